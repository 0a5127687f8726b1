package io.lockstep.launcher.config.load;

import io.lockstep.engine.sbe.RunMode;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.gateway.alpaca.AlpacaSettings;
import io.lockstep.gateway.binance.BinanceSettings;
import io.lockstep.launcher.config.AccountSettings;
import io.lockstep.launcher.config.InstrumentSettings;
import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.launcher.config.binding.Faults;
import io.lockstep.launcher.config.binding.Words;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules about connected venues: keys are there, paper money stays away from real accounts, and nobody is live by accident. */
final class ConnectionCheck {
    private static final List<String> REAL_MONEY = List.of(
            "api.binance.com",
            "api-gcp.binance.com",
            "api1.binance.com",
            "api2.binance.com",
            "api3.binance.com",
            "api4.binance.com",
            "ws-api.binance.com",
            "fapi.binance.com",
            "ws-fapi.binance.com",
            "api.alpaca.markets");

    private final LockstepConfig config;
    private final Faults faults;

    ConnectionCheck(LockstepConfig config, Faults faults) {
        this.config = config;
        this.faults = faults;
    }

    /** Adds a fault for every broken rule. */
    void run() {
        checkDescriptions();
        checkAccounts();
        checkBinance("venues.binanceSpot", Venue.BINANCE_SPOT, config.venues().binanceSpot());
        checkBinance("venues.binanceUsdm", Venue.BINANCE_USDM, config.venues().binanceUsdm());
        checkAlpaca(config.venues().alpaca());
        checkLimits();
        boolean sends = config.mode() == RunMode.LIVE || config.mode() == RunMode.SHADOW;
        if (sends && !config.venues().isConnected()) {
            faults.add(
                    "venues",
                    "mode " + Words.of(config.mode()) + " needs a venue to connect to: binanceSpot,"
                            + " binanceUsdm or alpaca");
        }
    }

    /** Limits that have no sensible default must be written down before real money moves. */
    private void checkLimits() {
        for (String missing : config.risk().missingFor(config.mode())) {
            faults.add("risk." + missing, "is missing or 0: live mode does not start without this limit");
        }
    }

    /** A backtest may learn from its tape what an instrument is like; a session that plays tapes to the simulated venue may not. */
    private void checkDescriptions() {
        for (int i = 0; i < config.instruments().size(); i++) {
            InstrumentSettings instrument = config.instruments().get(i);
            boolean simulated = instrument.venue() == Venue.SIMULATED;
            for (String key : simulated ? instrument.missing() : List.<String>of()) {
                faults.add("instruments[" + i + "]." + key, "is missing: no venue tells it of " + instrument.symbol());
            }
        }
    }

    private void checkAccounts() {
        for (int i = 0; i < config.accounts().size(); i++) {
            AccountSettings account = config.accounts().get(i);
            boolean connected = config.venues().has(account.venue());
            boolean needsKey = connected && (account.venue() == Venue.ALPACA || sendsOrders());
            if (needsKey && account.credentials() == null) {
                faults.add(
                        "accounts[" + i + "].credentials",
                        "is missing: account " + account.name()
                                + " is at a connected venue; name a file or two environment variables");
            }
        }
    }

    private boolean sendsOrders() {
        return config.mode() == RunMode.LIVE || config.mode() == RunMode.PAPER;
    }

    private void checkBinance(String path, Venue venue, @Nullable BinanceSettings settings) {
        if (settings == null) {
            return;
        }
        checkInstruments(path, venue);
        checkSending(path + ".sendOrders", settings.sendOrders());
        checkAddress(path + ".rest", settings.rest());
        checkAddress(path + ".wsApi", settings.wsApi());
    }

    private void checkAlpaca(@Nullable AlpacaSettings settings) {
        if (settings == null) {
            return;
        }
        checkInstruments("venues.alpaca", Venue.ALPACA);
        checkSending("venues.alpaca.orders.sendOrders", settings.orders().sendOrders());
        checkAddress("venues.alpaca.endpoints.tradingRest", settings.endpoints().tradingRest());
    }

    private void checkInstruments(String path, Venue venue) {
        if (config.instruments().stream().noneMatch(instrument -> instrument.venue() == venue)) {
            faults.add(path, "zero subscriptions: no instrument is at this venue");
        }
        if (config.accounts().stream().noneMatch(account -> account.venue() == venue)) {
            faults.add(path, "no account is at this venue");
        }
    }

    private void checkSending(String path, boolean sendOrders) {
        if (sendsOrders() && !sendOrders) {
            faults.add(
                    path + "=false",
                    "mode " + Words.of(config.mode()) + " sends orders: set it to true, or choose mode shadow");
        }
    }

    private void checkAddress(String path, String address) {
        if (config.mode() == RunMode.PAPER
                && REAL_MONEY.contains(URI.create(address).getHost())) {
            faults.add(path + "=" + address, "trades real money; mode paper is for loopback and test networks");
        }
    }
}
