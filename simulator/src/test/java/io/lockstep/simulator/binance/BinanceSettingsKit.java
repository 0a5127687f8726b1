package io.lockstep.simulator.binance;

import java.time.Duration;
import java.util.List;

/** Settings that differ from the defaults in one thing. */
final class BinanceSettingsKit {
    private static final BinanceSimulatorSettings NORMAL = BinanceSimulatorSettings.defaults();

    private BinanceSettingsKit() {}

    static BinanceSimulatorSettings withAccounts(List<BinanceAccount> accounts) {
        return of(accounts, NORMAL.leverage(), NORMAL.spotPing(), NORMAL.spotPong());
    }

    static BinanceSimulatorSettings withLeverage(int leverage, BinanceAccount account) {
        return of(List.of(account), leverage, NORMAL.spotPing(), NORMAL.spotPong());
    }

    static BinanceSimulatorSettings withSpotPings(Duration ping, Duration pong) {
        return of(NORMAL.accounts(), NORMAL.leverage(), ping, pong);
    }

    private static BinanceSimulatorSettings of(
            List<BinanceAccount> accounts, int leverage, Duration spotPing, Duration spotPong) {
        return new BinanceSimulatorSettings(
                accounts,
                NORMAL.spot(),
                NORMAL.usdm(),
                leverage,
                NORMAL.spotWeightPerMinute(),
                NORMAL.spotOrdersPerTenSeconds(),
                NORMAL.usdmWeightPerMinute(),
                NORMAL.usdmOrdersPerTenSeconds(),
                spotPing,
                spotPong,
                NORMAL.usdmPing(),
                NORMAL.usdmPong(),
                NORMAL.connectionLife(),
                NORMAL.legacy2024());
    }
}
