package io.lockstep.launcher.scenarios.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.gateway.binance.orderentry.request.ClientOrderId;
import io.lockstep.launcher.swarm.invariant.Invariant;
import io.lockstep.simulator.venue.VenueLedger;
import io.lockstep.simulator.venue.VenueLedger.Fill;
import io.lockstep.simulator.venue.VenueLedger.Order;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A judge that finds nothing is worth nothing: each case is a session that went wrong. */
class JudgeTest {
    private static final long ORDER = 256;
    private static final long PRICE = 2_000 * FixedPoint.ONE;
    private static final VenueLedger NOTHING = new VenueLedger(List.of(), Map.of(), Map.of());
    private static final TradedPair PERPETUAL = new TradedPair(false, "ETHUSDT", "ETH", "USDT");
    private static final TradedPair COIN = new TradedPair(true, "ETHUSDT", "ETH", "USDT");
    private static final ScenarioLimits LIMITS = new ScenarioLimits(10_000 * FixedPoint.ONE, 10 * FixedPoint.ONE, 2);

    private final Findings findings = new Findings();
    private final Evidence evidence = new Evidence(1_000, findings);
    private final Records records = new Records();

    @Test
    void shouldFindNothingWhereNothingHappened() {
        assertThat(judge(NOTHING, 0)).isEmpty();
    }

    @Test
    void shouldFindNothingWhereAnOrderTradedAsJournaled() {
        sent(ORDER, Side.BUY);
        evidence.onInput(records.fill(ORDER, "T1", Side.BUY, FixedPoint.ONE, PRICE));

        assertThat(judge(futures(FixedPoint.ONE, order(id(ORDER), FixedPoint.ONE, false)), FixedPoint.ONE))
                .isEmpty();
    }

    @Test
    void shouldFindAnOrderThatWasNeverJournaled() {
        assertThat(judge(futures(0, order(id(ORDER), 0, false)), 0)).containsExactly(Invariant.I1);
    }

    @Test
    void shouldFindAnOrderOfSomebodyElse() {
        assertThat(judge(futures(0, order("web_1", 0, false)), 0)).containsExactly(Invariant.I1);
    }

    @Test
    void shouldFindAnOrderOfTheOtherSide() {
        sent(ORDER, Side.SELL);

        assertThat(judge(futures(0, order(id(ORDER), 0, false)), 0)).containsExactly(Invariant.I1);
    }

    @Test
    void shouldFindTwoOrdersOfOneIntent() {
        sent(ORDER, Side.BUY);

        assertThat(judge(futures(0, order(id(ORDER), 0, false), order(id(ORDER), 0, false)), 0))
                .containsExactly(Invariant.I2);
    }

    @Test
    void shouldFindALostFill() {
        sent(ORDER, Side.BUY);

        assertThat(judge(futures(FixedPoint.ONE, order(id(ORDER), FixedPoint.ONE, false)), FixedPoint.ONE))
                .containsExactly(Invariant.I3, Invariant.I4);
    }

    @Test
    void shouldFindAnotherPosition() {
        assertThat(judge(futures(FixedPoint.ONE), 0)).containsExactly(Invariant.I3);
    }

    @Test
    void shouldFindAnOrderThatWasLeftOpen() {
        sent(ORDER, Side.BUY);

        assertThat(judge(futures(0, order(id(ORDER), 0, true)), 0)).containsExactly(Invariant.I3);
    }

    @Test
    void shouldFindCashThatIsMissingOnSpot() {
        VenueLedger before = new VenueLedger(List.of(), Map.of("USDT", 100 * FixedPoint.ONE), Map.of());
        VenueLedger after = new VenueLedger(List.of(), Map.of("USDT", 99 * FixedPoint.ONE), Map.of());

        new Judge(COIN, evidence, before, after, findings).judge(0, LIMITS);

        assertThat(found()).containsExactly(Invariant.I4);
    }

    @Test
    void shouldFindAPositionBeyondItsLimit() {
        long tooMuch = LIMITS.maxLong() + FixedPoint.ONE;

        assertThat(judge(futures(tooMuch, order(id(ORDER), tooMuch, false)), tooMuch))
                .contains(Invariant.I5);
    }

    @Test
    void shouldFindMoreOrdersInASecondThanAllowed() {
        sent(ORDER, Side.BUY);
        sent(ORDER + 1, Side.BUY);
        sent(ORDER + 2, Side.BUY);

        assertThat(judge(NOTHING, 0)).contains(Invariant.I5);
    }

    @Test
    void shouldFindMoreTradedThanWasOrdered() {
        sent(ORDER, Side.BUY);
        long tooMuch = Records.QUANTITY + FixedPoint.ONE;
        Order order = new Order(
                id(ORDER),
                "ETHUSDT",
                true,
                Records.QUANTITY,
                false,
                List.of(new Fill(1, PRICE, tooMuch, 0, 0, "USDT")));

        assertThat(judge(futures(tooMuch, order), tooMuch)).contains(Invariant.I6);
    }

    @Test
    void shouldFindAnOrderNobodyKnowsTheEndOf() {
        sent(ORDER, Side.BUY);
        evidence.onInput(records.report(ORDER, ExecType.OUTCOME_UNKNOWN));

        assertThat(judge(NOTHING, 0)).containsExactly(Invariant.I7);
    }

    @Test
    void shouldFindAnOrderGivenUpThatIsThere() {
        sent(ORDER, Side.BUY);
        evidence.onDecision(records.outcome(ORDER, ExecType.PRESUMED_ABSENT));

        assertThat(judge(futures(0, order(id(ORDER), 0, false)), 0)).containsExactly(Invariant.I7);
    }

    @Test
    void shouldFindAnOrderThatLeftBeforeThePrivateStreamWasProven() {
        evidence.onInput(records.quote());
        evidence.onDecision(records.order(ORDER, Side.BUY));
        evidence.onInput(records.report(ORDER, ExecType.CANCELED));

        assertThat(judge(NOTHING, 0)).containsExactly(Invariant.I12);
    }

    @Test
    void shouldFindAnOrderOnAQuoteThatIsTooOld() {
        evidence.onInput(records.ready());
        evidence.onInput(records.quote());
        records.passMs(1_001);
        evidence.onDecision(records.order(ORDER, Side.BUY));
        evidence.onInput(records.report(ORDER, ExecType.CANCELED));

        assertThat(judge(NOTHING, 0)).containsExactly(Invariant.I13);
    }

    @Test
    void shouldFindATradeOfWhatWasRejected() {
        sent(ORDER, Side.BUY);
        evidence.onInput(records.report(ORDER, ExecType.REJECTED));
        evidence.onInput(records.fill(ORDER, "T1", Side.BUY, FixedPoint.ONE, PRICE));

        assertThat(judge(futures(FixedPoint.ONE, order(id(ORDER), FixedPoint.ONE, false)), FixedPoint.ONE))
                .containsExactly(Invariant.I14);
    }

    @Test
    void shouldFindAnOrderThatEndedHereAndStands() {
        sent(ORDER, Side.BUY);
        evidence.onInput(records.report(ORDER, ExecType.CANCELED));

        assertThat(judge(futures(0, order(id(ORDER), 0, true)), 0)).containsExactly(Invariant.I3, Invariant.I14);
    }

    @Test
    void shouldFindATradingStateWithoutACause() {
        evidence.onDecision(records.state(""));

        assertThat(judge(NOTHING, 0)).containsExactly(Invariant.I15);
    }

    private void sent(long orderId, Side side) {
        evidence.onInput(records.ready());
        evidence.onInput(records.quote());
        evidence.onDecision(records.order(orderId, side));
    }

    private Set<Invariant> judge(VenueLedger after, long position) {
        new Judge(PERPETUAL, evidence, NOTHING, after, findings).judge(position, LIMITS);
        return found();
    }

    private Set<Invariant> found() {
        Set<Invariant> found = new TreeSet<>();
        findings.violations().forEach(each -> found.add(each.invariant()));
        return found;
    }

    private static VenueLedger futures(long position, Order... orders) {
        return new VenueLedger(List.of(orders), Map.of(), Map.of("ETHUSDT", position));
    }

    private static Order order(String clientOrderId, long executed, boolean open) {
        Fill fill = new Fill(1, PRICE, executed, 0, 1, "USDT");
        long quantity = Math.max(Records.QUANTITY, executed);
        return new Order(clientOrderId, "ETHUSDT", true, quantity, open, executed == 0 ? List.of() : List.of(fill));
    }

    private static String id(long orderId) {
        byte[] text = new byte[ClientOrderId.LENGTH];
        ClientOrderId.encode(ClientOrderId.ORDER, 7, orderId, text, 0);
        return new String(text, StandardCharsets.US_ASCII);
    }
}
