package io.lockstep.simulator.binance;

import io.lockstep.engine.settings.Setting;
import java.time.Duration;
import java.util.List;

/**
 * The simulated Binance: what it trades, who may trade it, what it allows.
 *
 * @param accounts accounts and the keys to them; one of the default key unless given
 * @param spot symbols of spot; BTCUSDT, ETHUSDT and BNBUSDT unless given
 * @param usdm perpetuals of USDⓈ-M; the same three unless given
 * @param leverage leverage of new futures positions
 * @param spotWeightPerMinute request weight spot allows a minute
 * @param spotOrdersPerTenSeconds new orders spot allows in ten seconds
 * @param usdmWeightPerMinute request weight USDⓈ-M allows a minute
 * @param usdmOrdersPerTenSeconds new orders USDⓈ-M allows in ten seconds
 * @param spotPing time between pings on spot's WebSockets
 * @param spotPong time a client has to answer one
 * @param usdmPing time between pings on USDⓈ-M's WebSockets
 * @param usdmPong time a client has to answer one
 * @param connectionLife time after which a WebSocket is cut
 * @param legacy2024 whether futures payloads lack the fields added since 2024
 */
public record BinanceSimulatorSettings(
        @Setting(help = "accounts and keys; empty: test-key with test-secret, funded", fallback = "[]")
        List<BinanceAccount> accounts,

        @Setting(help = "spot symbols; empty: BTCUSDT, ETHUSDT, BNBUSDT", fallback = "[]")
        List<BinanceSymbol> spot,

        @Setting(help = "perpetuals; empty: BTCUSDT, ETHUSDT, BNBUSDT", fallback = "[]")
        List<BinanceSymbol> usdm,

        @Setting(help = "leverage of new futures positions", fallback = "20", least = "1", most = "125")
        int leverage,

        @Setting(help = "request weight of spot", unit = "1/min", fallback = "6000", least = "100", most = "1000000")
        int spotWeightPerMinute,

        @Setting(help = "new orders of spot", unit = "1/10 s", fallback = "50", least = "1", most = "1000000")
        int spotOrdersPerTenSeconds,

        @Setting(help = "request weight of futures", unit = "1/min", fallback = "2400", least = "100", most = "1000000")
        int usdmWeightPerMinute,

        @Setting(help = "new orders of futures", unit = "1/10 s", fallback = "300", least = "1", most = "1000000")
        int usdmOrdersPerTenSeconds,

        @Setting(help = "time between pings, spot", fallback = "20s", least = "100ms", most = "1h")
        Duration spotPing,

        @Setting(help = "time to answer a ping, spot", fallback = "60s", least = "100ms", most = "1h")
        Duration spotPong,

        @Setting(help = "time between pings, futures", fallback = "3m", least = "100ms", most = "1h")
        Duration usdmPing,

        @Setting(help = "time to answer a ping, futures", fallback = "10m", least = "100ms", most = "1h")
        Duration usdmPong,

        @Setting(help = "time after which a WebSocket is cut", fallback = "24h", least = "1s", most = "24h")
        Duration connectionLife,

        @Setting(help = "futures payloads as of 2024, without st, ps, nq and ap", fallback = "false")
        boolean legacy2024) {

    /** Fills in accounts and symbols where there are none. */
    public BinanceSimulatorSettings {
        accounts = accounts.isEmpty() ? List.of(BinanceAccount.standard()) : List.copyOf(accounts);
        spot = spot.isEmpty() ? BinanceSymbol.standardSpot() : List.copyOf(spot);
        usdm = usdm.isEmpty() ? BinanceSymbol.standardUsdm() : List.copyOf(usdm);
    }

    /** The defaults that stand in the annotations. */
    public static BinanceSimulatorSettings defaults() {
        return new BinanceSimulatorSettings(
                List.of(),
                List.of(),
                List.of(),
                20,
                6_000,
                50,
                2_400,
                300,
                Duration.ofSeconds(20),
                Duration.ofSeconds(60),
                Duration.ofMinutes(3),
                Duration.ofMinutes(10),
                Duration.ofHours(24),
                false);
    }

    /** The same trading other symbols; of a product without any the built-in ones. */
    public BinanceSimulatorSettings trading(List<BinanceSymbol> newSpot, List<BinanceSymbol> newUsdm) {
        return new BinanceSimulatorSettings(
                accounts,
                newSpot,
                newUsdm,
                leverage,
                spotWeightPerMinute,
                spotOrdersPerTenSeconds,
                usdmWeightPerMinute,
                usdmOrdersPerTenSeconds,
                spotPing,
                spotPong,
                usdmPing,
                usdmPong,
                connectionLife,
                legacy2024);
    }

    /** The same with other limits on spot: request weight a minute, and new orders in ten seconds. */
    public BinanceSimulatorSettings withSpotLimits(int weightPerMinute, int ordersPerTenSeconds) {
        return new BinanceSimulatorSettings(
                accounts,
                spot,
                usdm,
                leverage,
                weightPerMinute,
                ordersPerTenSeconds,
                usdmWeightPerMinute,
                usdmOrdersPerTenSeconds,
                spotPing,
                spotPong,
                usdmPing,
                usdmPong,
                connectionLife,
                legacy2024);
    }
}
