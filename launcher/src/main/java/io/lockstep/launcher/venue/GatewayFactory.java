package io.lockstep.launcher.venue;

import io.lockstep.engine.instrument.InstrumentRequest;
import io.lockstep.engine.port.VenueAdmin;
import io.lockstep.engine.port.VenueGateway;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.gateway.alpaca.AlpacaAdmin;
import io.lockstep.gateway.alpaca.AlpacaGateway;
import io.lockstep.gateway.alpaca.AlpacaSettings;
import io.lockstep.gateway.binance.BinanceAdmin;
import io.lockstep.gateway.binance.BinanceGateway;
import io.lockstep.gateway.binance.BinanceMarketData;
import io.lockstep.gateway.binance.BinanceSettings;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.launcher.config.AccountSettings;
import io.lockstep.launcher.config.CredentialSettings;
import io.lockstep.launcher.config.InstrumentSettings;
import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.transport.ApiKey;
import io.lockstep.transport.Transport;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.agrona.concurrent.EpochNanoClock;

/** Makes the gateways a configuration asks for. Of several accounts at one venue, the first carries its market data. */
public final class GatewayFactory {
    private final LockstepConfig config;
    private final ApiKeys keys;
    private final Transport transport;
    private final EpochNanoClock clock;

    /**
     * A factory for one session.
     *
     * @param transport makes the connections; stays the caller's
     * @param clock our time, UTC
     */
    public GatewayFactory(LockstepConfig config, ApiKeys keys, Transport transport, EpochNanoClock clock) {
        this.config = config;
        this.keys = keys;
        this.transport = transport;
        this.clock = clock;
    }

    /**
     * A gateway for every account at a connected venue.
     *
     * @throws IllegalArgumentException if a key cannot be read
     */
    public VenueGateways trading() {
        Set<Venue> carried = EnumSet.noneOf(Venue.class);
        return new VenueGateways(eachConnected((id, account) -> trading(id, account, carried.add(account.venue()))));
    }

    /**
     * Market data of every connected venue, and nothing that could send an order.
     *
     * @throws IllegalArgumentException if a venue wants a key for its data and that cannot be read
     */
    public VenueGateways marketData() {
        Set<Venue> carried = EnumSet.noneOf(Venue.class);
        List<VenueGateways.Account> first = new ArrayList<>();
        for (VenueGateways.Account each : eachConnected(this::marketData)) {
            if (carried.add(config.accounts().get(each.id()).venue())) {
                first.add(each);
            }
        }
        return new VenueGateways(first);
    }

    /**
     * An account by hand, without an engine.
     *
     * @throws IllegalArgumentException if its key cannot be read
     */
    public VenueAdmin admin(AccountSettings account) {
        return switch (account.venue()) {
            case BINANCE_SPOT, BINANCE_USDM ->
                new BinanceAdmin(
                        product(account.venue()),
                        binance(account.venue()),
                        key(account),
                        requests(account.venue()).stream()
                                .map(InstrumentRequest::symbol)
                                .toList(),
                        transport,
                        clock);
            case ALPACA -> new AlpacaAdmin(alpaca(), key(account), transport, clock);
            case SIMULATED, NULL_VAL -> throw notConnected(account);
        };
    }

    private List<VenueGateways.Account> eachConnected(Maker maker) {
        List<VenueGateways.Account> made = new ArrayList<>();
        for (int id = 0; id < config.accounts().size(); id++) {
            AccountSettings account = config.accounts().get(id);
            if (config.venues().has(account.venue())) {
                made.add(new VenueGateways.Account(id, account.name(), maker.make(id, account)));
            }
        }
        return made;
    }

    private VenueGateway trading(int id, AccountSettings account, boolean carriesMarketData) {
        List<InstrumentRequest> requests = requests(account.venue());
        return switch (account.venue()) {
            case BINANCE_SPOT, BINANCE_USDM ->
                new BinanceGateway(
                        new BinanceGateway.Account(
                                product(account.venue()), id, key(account), requests, carriesMarketData),
                        binance(account.venue()),
                        transport,
                        clock);
            case ALPACA ->
                new AlpacaGateway(
                        carriesMarketData ? alpaca() : alpaca().withoutMarketData(),
                        id,
                        key(account),
                        requests,
                        transport,
                        clock);
            case SIMULATED, NULL_VAL -> throw notConnected(account);
        };
    }

    private VenueGateway marketData(int id, AccountSettings account) {
        List<InstrumentRequest> requests = requests(account.venue());
        return switch (account.venue()) {
            case BINANCE_SPOT, BINANCE_USDM ->
                new BinanceMarketData(product(account.venue()), binance(account.venue()), requests, transport, clock);
            case ALPACA ->
                new PublicOnly(
                        new AlpacaGateway(alpaca().withoutOrders(), id, key(account), requests, transport, clock));
            case SIMULATED, NULL_VAL -> throw notConnected(account);
        };
    }

    private List<InstrumentRequest> requests(Venue venue) {
        List<InstrumentRequest> requests = new ArrayList<>();
        for (int id = 0; id < config.instruments().size(); id++) {
            InstrumentSettings instrument = config.instruments().get(id);
            if (instrument.venue() == venue) {
                requests.add(instrument.toRequest(id));
            }
        }
        return requests;
    }

    private ApiKey key(AccountSettings account) {
        CredentialSettings credentials = account.credentials();
        if (credentials == null) {
            throw new IllegalArgumentException("account has no credentials: account=" + account.name());
        }
        return keys.read(account.name(), credentials);
    }

    private BinanceSettings binance(Venue venue) {
        BinanceSettings settings = venue == Venue.BINANCE_SPOT
                ? config.venues().binanceSpot()
                : config.venues().binanceUsdm();
        return Objects.requireNonNull(settings);
    }

    private AlpacaSettings alpaca() {
        return Objects.requireNonNull(config.venues().alpaca());
    }

    private static Product product(Venue venue) {
        return venue == Venue.BINANCE_SPOT ? Product.SPOT : Product.USDM;
    }

    private static IllegalStateException notConnected(AccountSettings account) {
        return new IllegalStateException("no gateway for the venue: account=" + account.name());
    }

    /** Makes the gateway of one account. */
    private interface Maker {
        VenueGateway make(int id, AccountSettings account);
    }
}
