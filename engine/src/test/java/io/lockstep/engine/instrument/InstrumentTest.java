package io.lockstep.engine.instrument;

import static io.lockstep.engine.testkit.TestInstruments.e8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.engine.testkit.TestInstruments;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InstrumentTest {
    private final Instrument bitcoin = TestInstruments.bitcoin(0);

    static Stream<Instrument> instruments() {
        return Stream.of(
                TestInstruments.bitcoin(0),
                TestInstruments.etherPerpetual(3),
                TestInstruments.share(15),
                contract(e8("0.001"), -e8("0.0001")),
                named("A".repeat(32), "B".repeat(16)));
    }

    @ParameterizedTest
    @MethodSource("instruments")
    void shouldComeBackFromItsEvent(Instrument instrument) {
        EngineEvent event = new EngineEvent();

        Definitions.encode(instrument, event, 17);

        assertThat(Definitions.decode(event.buffer(), RecordLayout.MESSAGE_OFFSET))
                .isEqualTo(instrument);
        assertThat(event.timeNs()).isEqualTo(17);
    }

    @Test
    void shouldValueAQuantity() {
        assertThat(bitcoin.notional(e8("64000.01"), e8("0.5"))).isEqualTo(e8("32000.005"));
        assertThat(contract(e8("0.001"), 0).notional(e8("64000"), e8("5"))).isEqualTo(e8("320"));
    }

    @Test
    void shouldThrowWhenAValueDoesNotFit() {
        assertThatThrownBy(() -> bitcoin.notional(e8("90000000000"), e8("2"))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void shouldRoundToTicksAndLots() {
        assertThat(bitcoin.floorToTick(e8("100.019"))).isEqualTo(e8("100.01"));
        assertThat(bitcoin.ceilToTick(e8("100.011"))).isEqualTo(e8("100.02"));
        assertThat(bitcoin.floorToLot(e8("0.123456"))).isEqualTo(e8("0.12345"));
    }

    @Test
    void shouldRefuseToExistWhenFaulty() {
        assertThatThrownBy(() -> named("", "USDT")).hasMessageContaining("symbol=");
        assertThatThrownBy(() -> named("A".repeat(33), "USDT")).hasMessageContaining("most=32");
        assertThatThrownBy(() -> named("BTCUSDT", "B".repeat(17))).hasMessageContaining("quoteAsset=");
        assertThatThrownBy(() -> contract(0, 0)).hasMessageContaining("contractSize=0");
    }

    @Test
    void shouldKeepTheTableDense() {
        InstrumentTable table = new InstrumentTable();
        for (int id = 0; id < 40; id++) {
            table.put(TestInstruments.bitcoin(id));
        }
        table.put(TestInstruments.share(7));

        assertThat(table.size()).isEqualTo(40);
        assertThat(table.get(7).symbol()).isEqualTo("AAPL");
        assertThat(table.all()).hasSize(40).element(39).isEqualTo(TestInstruments.bitcoin(39));
    }

    @Test
    void shouldRefuseHolesAndStrangersInTheTable() {
        InstrumentTable table = new InstrumentTable();

        assertThatThrownBy(() -> table.put(TestInstruments.bitcoin(1))).hasMessageContaining("id=1, next=0");
        assertThatThrownBy(() -> table.get(0)).hasMessageContaining("id=0");
        assertThatThrownBy(() -> table.get(-1)).hasMessageContaining("id=-1");
    }

    private static Instrument contract(long size, long makerFee) {
        return new Instrument(
                1, Venue.BINANCE_USDM, AssetClass.PERPETUAL, "X", "X", "USDT", 1, 1, 1, 10, 0, size, makerFee, 5);
    }

    private static Instrument named(String symbol, String quote) {
        return new Instrument(
                1, Venue.ALPACA, AssetClass.EQUITY, symbol, "A", quote, 1, 1, 1, 10, 0, FixedPoint.ONE, 0, 0);
    }
}
