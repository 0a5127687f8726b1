package io.lockstep.engine.position;

import static io.lockstep.engine.testkit.TestInstruments.e8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.testkit.TestInstruments;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortfolioTest {
    private static final int STRATEGIES = 3;

    private final Instrument spot = TestInstruments.bitcoin(0);
    private final Instrument perpetual = TestInstruments.etherPerpetual(1);
    private final Assets assets = new Assets();
    private final Portfolio portfolio = new Portfolio(2, STRATEGIES, 2, assets);

    @Test
    void shouldExchangeAssetsOnSpot() {
        portfolio.fill(spot, 0, 1, true, e8("100"), e8("2"), assets.indexOf("BNB"), e8("0.01"));

        assertThat(balance(0, "BTC")).isEqualTo(e8("2"));
        assertThat(balance(0, "USDT")).isEqualTo(-e8("200"));
        assertThat(balance(0, "BNB")).isEqualTo(-e8("0.01"));
        assertThat(portfolio.accountPosition(0, 0).fees())
                .as("only fees in quote currency")
                .isZero();
    }

    @Test
    void shouldBookOnlyProfitOnAPerpetual() {
        portfolio.fill(perpetual, 0, 1, true, e8("100"), e8("2"), assets.indexOf("USDT"), e8("0.1"));
        portfolio.fill(perpetual, 0, 1, false, e8("103"), e8("2"), assets.indexOf("USDT"), e8("0.1"));

        assertThat(balance(0, "USDT")).isEqualTo(e8("5.8"));
        assertThat(balance(0, "ETH")).isZero();
        assertThat(portfolio.strategyPosition(0, 1, 1).fees()).isEqualTo(e8("0.2"));
        assertThat(portfolio.ledger(0).feesPaid(assets.indexOf("USDT"))).isEqualTo(e8("0.2"));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void shouldNetToTheSumOverStrategiesAndExternal(long seed) {
        SplittableRandom random = new SplittableRandom(seed);

        for (int i = 0; i < 3_000; i++) {
            int strategyId = random.nextInt(STRATEGIES + 1);
            int accountId = strategyId == Portfolio.EXTERNAL ? random.nextInt(2) : strategyId % 2;
            Instrument instrument = random.nextBoolean() ? spot : perpetual;
            long price = random.nextLong(1, e8("1000"));
            long quantity = random.nextLong(1, e8("10"));
            portfolio.fill(instrument, accountId, strategyId, random.nextBoolean(), price, quantity, -1, 0);
        }

        for (int instrument = 0; instrument < 2; instrument++) {
            for (int account = 0; account < 2; account++) {
                long sum = portfolio
                        .strategyPosition(account, Portfolio.EXTERNAL, instrument)
                        .quantity();
                for (int strategy = 1; strategy <= STRATEGIES; strategy++) {
                    sum += strategy % 2 == account
                            ? portfolio
                                    .strategyPosition(account, strategy, instrument)
                                    .quantity()
                            : 0;
                }
                assertThat(portfolio.accountPosition(account, instrument).quantity())
                        .as("seed %d", seed)
                        .isEqualTo(sum);
            }
        }
        assertThat(balance(0, "BTC")).isEqualTo(portfolio.accountPosition(0, 0).quantity());
    }

    @Test
    void shouldHashDifferentlyForEveryDifference() {
        long empty = portfolio.hash();
        portfolio.fill(spot, 0, 1, true, e8("100"), e8("2"), -1, 0);
        long bought = portfolio.hash();
        portfolio.ledger(1).add(assets.indexOf("USDT"), 1);

        assertThat(bought).isNotEqualTo(empty);
        assertThat(portfolio.hash()).isNotEqualTo(bought);
    }

    @Test
    void shouldGrowALedgerForEveryAsset() {
        Ledger ledger = new Ledger();
        for (int asset = 0; asset < 100; asset++) {
            ledger.add(asset, asset);
        }

        assertThat(ledger.balance(99)).isEqualTo(99);
        assertThat(ledger.balance(1_000)).isZero();
        assertThatThrownBy(() -> ledger.add(99, Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void shouldGiveEachAssetItsOwnNumber() {
        for (int i = 0; i < 50; i++) {
            assertThat(assets.indexOf("ASSET" + i)).isEqualTo(i);
        }
        assertThat(assets.indexOf("ASSET7")).isEqualTo(7);
        assertThat(assets.code(49)).isEqualTo("ASSET49");
        assertThat(assets.indexOf("SIXTEENLETTERSXY")).isEqualTo(50);
        assertThat(assets.code(50)).isEqualTo("SIXTEENLETTERSXY");
    }

    private long balance(int account, String asset) {
        return portfolio.ledger(account).balance(assets.indexOf(asset));
    }
}
