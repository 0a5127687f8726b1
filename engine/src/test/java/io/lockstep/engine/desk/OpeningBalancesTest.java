package io.lockstep.engine.desk;

import static io.lockstep.engine.testkit.TestInstruments.e8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ReconciliationKind;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.testkit.EngineHarness;
import io.lockstep.engine.testkit.ScriptedStrategy;
import io.lockstep.engine.testkit.VenueEvents;
import org.junit.jupiter.api.Test;

class OpeningBalancesTest {
    private final EngineHarness engine =
            EngineHarness.of(new ScriptedStrategy()).step();

    @Test
    void shouldTakeTheFirstWholeList() {
        engine.events().balance(0, "USDT", e8("1000"), e8("5"), false);
        engine.events().balance(0, "BTC", e8("2"), 0, true);

        assertThat(balance("USDT")).isEqualTo(e8("1005"));
        assertThat(balance("BTC")).isEqualTo(e8("2"));
    }

    @Test
    void shouldTakeABalanceOnceWhenTheFirstListBrokeOff() {
        engine.events().balance(0, "USDT", e8("1000"), 0, false);

        engine.events().balance(0, "USDT", e8("1001"), 0, false);
        engine.events().balance(0, "BTC", e8("2"), 0, true);

        assertThat(balance("USDT")).isEqualTo(e8("1001"));
        assertThat(balance("BTC")).isEqualTo(e8("2"));
    }

    @Test
    void shouldNotCountAFillTwiceThatTheFirstListHas() {
        engine.events()
                .report(ExecType.FILL, FixedPoint.NULL, 0, 0, 0, Side.BUY)
                .fill(e8("100"), e8("2"), e8("2"), 0)
                .execId(1)
                .publish();

        engine.events().balance(0, "USDT", e8("800"), 0, false);
        engine.events().balance(0, "BTC", e8("2"), 0, true);

        assertThat(balance("USDT")).isEqualTo(e8("800"));
        assertThat(balance("BTC")).isEqualTo(e8("2"));
    }

    @Test
    void shouldLeaveTheLedgerToBookingsAfterTheFirstWholeList() {
        engine.events().balance(0, "USDT", e8("1000"), 0, true);

        engine.events().balance(0, "USDT", e8("900"), 0, true);

        assertThat(balance("USDT")).isEqualTo(e8("1000"));
    }

    @Test
    void shouldNotTakeAListForWholeThatLacksAnEntry() {
        VenueEvents venue = new VenueEvents(engine.events());
        venue.begin(ReconciliationKind.CASH);
        engine.events().balance(0, "BTC", e8("2"), 0, true);
        venue.end(ReconciliationKind.CASH, 2);

        venue.begin(ReconciliationKind.CASH);
        engine.events().balance(0, "USDT", e8("1000"), 0, false);
        engine.events().balance(0, "BTC", e8("2"), 0, true);
        venue.end(ReconciliationKind.CASH, 2);

        assertThat(balance("USDT")).isEqualTo(e8("1000"));
        assertThat(balance("BTC")).isEqualTo(e8("2"));
    }

    @Test
    void shouldValueACoinAtItsLastPriceWhileItsMarketIsGapped() {
        engine.events().balance(0, "USDT", e8("1000"), 0, false);
        engine.events().balance(0, "BTC", e8("2"), 0, true);
        engine.events().quote(0, e8("99.99"), e8("100.01"));
        long before = worth();

        engine.events().gap(0);

        assertThat(before).isEqualTo(e8("200"));
        assertThat(worth()).isEqualTo(before);
    }

    /** Of what is held besides cash. */
    private long worth() {
        return engine.engine().risk().gateState().exposure().total().value();
    }

    private long balance(String asset) {
        Portfolio portfolio = engine.engine().risk().portfolio();
        return portfolio.ledger(0).balance(portfolio.assets().indexOf(asset));
    }
}
