package io.lockstep.simulator.binance;

import java.time.Duration;
import java.util.List;

/** Settings that differ from the defaults in one thing. */
final class BinanceSettingsKit {
    private static final BinanceSimulatorSettings NORMAL = BinanceSimulatorSettings.defaults();

    private BinanceSettingsKit() {}

    static BinanceSimulatorSettings withAccounts(List<BinanceAccount> accounts) {
        return of(
                accounts,
                NORMAL.leverage(),
                NORMAL.spotOrdersPerTenSeconds(),
                NORMAL.spotPing(),
                NORMAL.spotPong(),
                false);
    }

    static BinanceSimulatorSettings withLeverage(int leverage, BinanceAccount account) {
        return of(
                List.of(account),
                leverage,
                NORMAL.spotOrdersPerTenSeconds(),
                NORMAL.spotPing(),
                NORMAL.spotPong(),
                false);
    }

    static BinanceSimulatorSettings withSpotPings(Duration ping, Duration pong) {
        return of(NORMAL.accounts(), NORMAL.leverage(), NORMAL.spotOrdersPerTenSeconds(), ping, pong, false);
    }

    static BinanceSimulatorSettings withSpotOrders(int perTenSeconds) {
        return of(NORMAL.accounts(), NORMAL.leverage(), perTenSeconds, NORMAL.spotPing(), NORMAL.spotPong(), false);
    }

    static BinanceSimulatorSettings legacy(boolean legacy) {
        return of(
                NORMAL.accounts(),
                NORMAL.leverage(),
                NORMAL.spotOrdersPerTenSeconds(),
                NORMAL.spotPing(),
                NORMAL.spotPong(),
                legacy);
    }

    private static BinanceSimulatorSettings of(
            List<BinanceAccount> accounts,
            int leverage,
            int spotOrders,
            Duration spotPing,
            Duration spotPong,
            boolean legacy) {
        return new BinanceSimulatorSettings(
                accounts,
                NORMAL.spot(),
                NORMAL.usdm(),
                leverage,
                NORMAL.spotWeightPerMinute(),
                spotOrders,
                NORMAL.usdmWeightPerMinute(),
                NORMAL.usdmOrdersPerTenSeconds(),
                spotPing,
                spotPong,
                NORMAL.usdmPing(),
                NORMAL.usdmPong(),
                NORMAL.connectionLife(),
                legacy);
    }
}
