package io.lockstep.gateway.binance.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.gateway.binance.TestInstruments;
import io.lockstep.transport.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fees, margin steps, the venue's clock, symbols. */
class ReferenceTest {
    private static final long MS = 1_000_000L;

    @Test
    void shouldAddUpAllPartsOfTheSpotFeeForTheDearerSide() {
        JsonValue result = JsonValue.parse("{\"symbol\":\"BTCUSDT\","
                + "\"standardCommission\":{\"maker\":\"0.00100000\",\"taker\":\"0.00200000\",\"buyer\":\"0\",\"seller\":\"0.0001\"},"
                + "\"taxCommission\":{\"maker\":\"0.00000112\",\"taker\":\"0.00000114\",\"buyer\":\"0.1\",\"seller\":\"0\"},"
                + "\"discount\":{\"discount\":\"0.75\"}}");

        assertThat(FeeRates.ofSpot(result)).isEqualTo(new FeeRates(10_110_112, 10_210_114));
    }

    @Test
    void shouldReadTheFuturesFee() {
        JsonValue payload = JsonValue.parse(
                "{\"symbol\":\"BTCUSDT\",\"makerCommissionRate\":\"0.0002\",\"takerCommissionRate\":\"0.0004\"}");

        assertThat(FeeRates.ofUsdm(payload)).isEqualTo(new FeeRates(20_000, 40_000));
    }

    @Test
    void shouldFindTheMarginStepOfAPosition() {
        JsonValue payload = JsonValue.parse(
                "[{\"symbol\":\"ETHUSDT\",\"brackets\":["
                        + "{\"bracket\":2,\"initialLeverage\":50,\"notionalCap\":50000,\"notionalFloor\":10000,\"maintMarginRatio\":0.01,\"cum\":35.0},"
                        + "{\"bracket\":1,\"initialLeverage\":75,\"notionalCap\":10000,\"notionalFloor\":0,\"maintMarginRatio\":0.0065,\"cum\":0.0}]}]");

        LeverageBrackets eth = LeverageBrackets.parse(payload).get("ETHUSDT");

        assertThat(eth.of(10_000 * FixedPoint.ONE).maxLeverage()).isEqualTo(75);
        assertThat(eth.of(10_000 * FixedPoint.ONE + 1).maxLeverage()).isEqualTo(50);
        assertThat(eth.of(900_000 * FixedPoint.ONE).maxLeverage()).isEqualTo(50);
        assertThat(eth.maintenanceMargin(10_000 * FixedPoint.ONE)).isEqualTo(65 * FixedPoint.ONE);
        assertThat(eth.maintenanceMargin(20_000 * FixedPoint.ONE)).isEqualTo(165 * FixedPoint.ONE);
    }

    @Test
    void shouldTrustTheSampleWithTheShortestRoundTrip() {
        ServerClock clock = new ServerClock();
        assertThat(clock.isTradable()).isFalse();

        clock.addSample(1_000 * MS, 1_400 * MS, 1_399);
        clock.addSample(2_000 * MS, 2_010 * MS, 2_104);
        clock.addSample(3_000 * MS, 3_100 * MS, 3_140);

        assertThat(clock.offsetNs()).isEqualTo(2_104 * MS + MS / 2 - 2_005 * MS);
        assertThat(clock.uncertaintyNs()).isEqualTo(5 * MS + MS / 2);
        assertThat(clock.timestampMs(5_000 * MS)).isEqualTo(5_099);
        assertThat(clock.isTradable()).isTrue();
    }

    @Test
    void shouldBlockNewOrdersWhenTheClocksDifferByMoreThanAQuarterSecond() {
        ServerClock clock = new ServerClock();

        clock.addSample(1_000 * MS, 1_002 * MS, 1_252);
        assertThat(clock.isTradable()).isFalse();

        for (int i = 0; i < 8; i++) {
            clock.addSample(1_000 * MS, 1_004 * MS, 1_200);
        }
        assertThat(clock.isTradable()).isTrue();
    }

    @Test
    void shouldForgetWhatWasMeasuredBeforeOneOfTheClocksWasSet() {
        ServerClock clock = new ServerClock();
        clock.addSample(1_000 * MS, 1_002 * MS, 1_001);

        clock.addSample(2_000 * MS, 2_010 * MS, 3_005);
        boolean tradable = clock.isTradable();
        long offsetNs = clock.offsetNs();
        clock.addSample(3_000 * MS, 3_010 * MS, 3_005);

        assertThat(tradable).isFalse();
        assertThat(offsetNs).isEqualTo(1_000 * MS + MS / 2);
        assertThat(clock.isTradable()).isTrue();
    }

    @Test
    void shouldFindSymbolsInEitherCaseAmongMany() {
        List<Instrument> instruments = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            instruments.add(TestInstruments.spot(i, "COIN" + i + "USDT"));
        }
        SymbolTable table = SymbolTable.of(instruments);

        for (int i = 0; i < 2_000; i++) {
            assertThat(find(table, "COIN" + i + "USDT")).isEqualTo(i);
            assertThat(find(table, "coin" + i + "usdt")).isEqualTo(i);
        }
        assertThat(find(table, "COIN2000USDT")).isEqualTo(SymbolTable.NOT_FOUND);
        assertThat(find(table, "")).isEqualTo(SymbolTable.NOT_FOUND);
        assertThat(find(table, "牛来USDT")).isEqualTo(SymbolTable.NOT_FOUND);
    }

    @Test
    void shouldRefuseASymbolThatAppearsTwice() {
        assertThatThrownBy(() -> TestInstruments.symbols("BTCUSDT", "btcusdt"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("symbol=btcusdt");
    }

    private static int find(SymbolTable table, String symbol) {
        byte[] bytes = ("x" + symbol).getBytes(UTF_8);
        return table.find(bytes, 1, bytes.length - 1);
    }
}
