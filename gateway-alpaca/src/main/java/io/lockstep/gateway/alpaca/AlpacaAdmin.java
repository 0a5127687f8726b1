package io.lockstep.gateway.alpaca;

import io.lockstep.engine.calendar.CalendarCheck;
import io.lockstep.engine.calendar.CalendarCheck.VenueClock;
import io.lockstep.engine.calendar.NyseCalendar;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.VenueAdmin;
import io.lockstep.engine.port.VenueException;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.gateway.alpaca.orderentry.OrderRequest;
import io.lockstep.gateway.alpaca.orderentry.RestRequests;
import io.lockstep.gateway.alpaca.reference.Account;
import io.lockstep.gateway.alpaca.reference.AccountReader;
import io.lockstep.gateway.alpaca.reference.AssetInstruments;
import io.lockstep.gateway.alpaca.reference.CalendarReader;
import io.lockstep.gateway.alpaca.reference.HeldPosition;
import io.lockstep.gateway.alpaca.reference.PositionReader;
import io.lockstep.gateway.alpaca.rest.RestBounds;
import io.lockstep.gateway.alpaca.rest.RestClient;
import io.lockstep.gateway.alpaca.rest.RestReply;
import io.lockstep.gateway.alpaca.wire.RestRequest;
import io.lockstep.transport.ApiKey;
import io.lockstep.transport.Transport;
import io.lockstep.transport.net.Endpoint;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.EpochNanoClock;
import org.jspecify.annotations.Nullable;

/**
 * One Alpaca account by hand, over REST alone and connections of its own.
 *
 * <pre>{@code
 * try (VenueAdmin admin = new AlpacaAdmin(settings, key, transport, SystemEpochNanoClock.INSTANCE)) {
 *     admin.openOrders().forEach(admin::cancel);
 * }
 * }</pre>
 */
public final class AlpacaAdmin implements VenueAdmin {
    private static final long BASIS_POINTS = 10_000;

    private final RestRequests requests = new RestRequests();
    private final OrderRequest order = new OrderRequest();
    private final CalendarReader calendar = new CalendarReader();
    private final PositionReader positions = new PositionReader();
    private final RestClient rest;
    private final EpochNanoClock clock;

    /**
     * Opens warm connections.
     *
     * @param transport makes the connections; stays the caller's
     */
    public AlpacaAdmin(AlpacaSettings settings, ApiKey key, Transport transport, EpochNanoClock clock) {
        AlpacaSettings.Requests bounds = settings.requests();
        this.clock = clock;
        this.rest = new RestClient(
                transport,
                Endpoint.parse(settings.endpoints().tradingRest()),
                key,
                new RestBounds(bounds.perMinute(), 0, bounds.timeout().toNanos()),
                clock);
    }

    /** {@inheritDoc} The venue lists 500 at most; where it lists so many, cancel what is listed and ask again. */
    @Override
    public List<OpenOrder> openOrders() {
        return orders(requests.openOrders(), "open orders");
    }

    @Override
    public List<OpenPosition> positions() {
        return held().stream()
                .filter(held -> held.quantity() != 0)
                .map(held -> new OpenPosition(held.symbol(), held.quantity(), held.entryPrice()))
                .toList();
    }

    /** {@inheritDoc} Coins are positions at this venue; the only balance is cash. */
    @Override
    public List<Balance> balances() {
        Account account = account();
        return account.cash() == 0 ? List.of() : List.of(new Balance(account.currency(), account.cash(), 0));
    }

    /** {@inheritDoc} The venue cancels all or one; so those of the symbol, 500 at most, are listed and each is asked for. */
    @Override
    public void cancelAll(String symbol) {
        List<OpenOrder> open = orders(requests.openOrders(symbol), "open orders of " + symbol);
        open.forEach(this::cancel);
    }

    /** {@inheritDoc} An order that has ended meanwhile, or that the venue does not know any more, is no error. */
    @Override
    public void cancel(OpenOrder open) {
        RestReply reply = rest.call(requests.cancel(open.venueOrderId()));
        boolean gone = reply.status() == 404 || reply.status() == 422;
        if (!reply.isSuccess() && !gone) {
            throw refused("cancel " + open.venueOrderId(), reply);
        }
    }

    /**
     * {@inheritDoc} What open orders hold cannot be closed: cancel them first. Outside the core session the order asks for extended hours,
     * which the venue takes for whole shares.
     */
    @Override
    public void close(OpenPosition position, int collarBps) {
        HeldPosition held = held(position.symbol());
        if (held == null) {
            return;
        }
        if (held.available() == 0) {
            throw new VenueException("open orders hold all of it: symbol=" + held.symbol(), 0);
        }
        boolean sells = held.quantity() > 0;
        boolean core = held.isCrypto() || clock().isOpen();
        order.begin(
                        held.symbol(),
                        sells ? Side.SELL : Side.BUY,
                        OrderType.LIMIT,
                        held.isCrypto() ? TimeInForce.IOC : TimeInForce.DAY)
                .quantity(Math.abs(held.available()))
                .limitPrice(collar(held, sells, collarBps))
                .extendedHours(!core)
                .closing(true);
        RestReply reply = rest.call(requests.place(order, "LS-ADMIN-" + clock.nanoTime()));
        if (!reply.isSuccess()) {
            throw refused("close " + position.symbol(), reply);
        }
    }

    @Override
    public Health health() {
        Account account = account();
        RestReply reply = rest.call(requests.clock());
        VenueClock venue = clock(reply);
        long roundTripNs = reply.receivedNs() - reply.sentNs();
        List<String> findings = new ArrayList<>();
        String inUse = "account " + account.number() + " is " + account.status() + ", equity "
                + FixedPoint.format(account.equity()) + " " + account.currency();
        if (account.block() != Account.Block.NONE) {
            findings.add("the venue stops its orders: " + account.block());
        }
        new CalendarCheck(new NyseCalendar())
                .clock(venue)
                .forEach(difference -> findings.add("the venue's clock and our calendar differ: " + difference));
        boolean canTrade = account.block() == Account.Block.NONE;
        long offsetNs = venue.timeNs() - (reply.sentNs() + roundTripNs / 2);
        return new Health(offsetNs, roundTripNs, canTrade, false, findings, List.of(inUse));
    }

    /** {@inheritDoc} That is the account number. */
    @Override
    public String accountId() {
        return account().number();
    }

    @Override
    public void close() {
        rest.close();
    }

    /** The worst price the order may have, on the venue's price steps, rounded towards the current price. */
    private static long collar(HeldPosition held, boolean sells, int collarBps) {
        if (held.currentPrice() == FixedPoint.NULL || held.currentPrice() <= 0) {
            throw new VenueException("no current price: symbol=" + held.symbol(), 0);
        }
        long width =
                FixedPoint.multiply(held.currentPrice(), collarBps * FixedPoint.ONE / BASIS_POINTS, RoundingMode.DOWN);
        long price = sells ? held.currentPrice() - width : held.currentPrice() + width;
        if (held.isCrypto()) {
            return price;
        }
        long tick = AssetInstruments.tickSize(price);
        return sells ? FixedPoint.ceilToStep(price, tick) : FixedPoint.floorToStep(price, tick);
    }

    private List<OpenOrder> orders(RestRequest request, String what) {
        RestReply reply = rest.call(request);
        List<OpenOrder> orders = reply.isSuccess() ? OpenOrderList.read(reply.body()) : null;
        if (orders == null) {
            throw refused(what, reply);
        }
        return orders;
    }

    private List<HeldPosition> held() {
        RestReply reply = rest.call(requests.positions());
        List<HeldPosition> held = reply.isSuccess() ? positions.read(reply.body(), reply.body().length) : null;
        if (held == null) {
            throw refused("positions", reply);
        }
        return held;
    }

    private @Nullable HeldPosition held(String symbol) {
        RestReply reply = rest.call(requests.position(symbol.replace("/", "")));
        if (reply.status() == 404) {
            return null;
        }
        List<HeldPosition> held = reply.isSuccess() ? positions.read(reply.body(), reply.body().length) : null;
        if (held == null || held.size() != 1) {
            throw refused("position in " + symbol, reply);
        }
        return held.get(0);
    }

    private Account account() {
        RestReply reply = rest.call(requests.account());
        Account account = reply.isSuccess() ? new AccountReader().read(reply.body(), reply.body().length) : null;
        if (account == null) {
            throw refused("account", reply);
        }
        return account;
    }

    private VenueClock clock() {
        return clock(rest.call(requests.clock()));
    }

    private VenueClock clock(RestReply reply) {
        VenueClock venue = reply.isSuccess() ? calendar.clock(reply.body(), reply.body().length) : null;
        if (venue == null) {
            throw refused("clock", reply);
        }
        return venue;
    }

    private static VenueException refused(String what, RestReply reply) {
        String said = new String(reply.body(), StandardCharsets.UTF_8);
        String cut = said.length() > 200 ? said.substring(0, 200) : said;
        return new VenueException("refused: request=" + what + ", " + reply + ", venue=" + cut, reply.status());
    }
}
