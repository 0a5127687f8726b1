package io.lockstep.launcher.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.gateway.binance.orderentry.ClientOrderId;
import io.lockstep.launcher.loopback.LoopbackVenue;
import io.lockstep.simulator.venue.VenueLedger;
import io.lockstep.simulator.venue.VenueLedger.Fill;
import io.lockstep.simulator.venue.VenueLedger.Order;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A judge that finds nothing is worth nothing: each case is a session that went wrong. */
class JudgeTest {
    private static final long PRICE = 2_000 * FixedPoint.ONE;
    private static final VenueLedger NOTHING = new VenueLedger(List.of(), Map.of(), Map.of());

    private final Evidence evidence = new Evidence(1_000);

    @Test
    void shouldFindNothingWhereNothingHappened() {
        assertThat(judge(NOTHING, 0)).isEmpty();
    }

    @Test
    void shouldFindAnOrderThatWasNeverJournaled() {
        assertThat(judge(futures(0, order(id(256), 0, false)), 0)).contains("I1");
    }

    @Test
    void shouldFindAnOrderOfSomebodyElse() {
        assertThat(judge(futures(0, order("web_1", 0, false)), 0)).contains("I1");
    }

    @Test
    void shouldFindTwoOrdersOfOneIntent() {
        assertThat(judge(futures(0, order(id(256), 0, false), order(id(256), 0, false)), 0))
                .contains("I2");
    }

    @Test
    void shouldFindALostFill() {
        assertThat(judge(futures(FixedPoint.ONE, order(id(256), FixedPoint.ONE, false)), FixedPoint.ONE))
                .contains("I3", "I4");
    }

    @Test
    void shouldFindAnotherPosition() {
        assertThat(judge(futures(FixedPoint.ONE), 0)).containsExactly("I3");
    }

    @Test
    void shouldFindAnOrderThatWasLeftOpen() {
        assertThat(judge(futures(0, order(id(256), 0, true)), 0)).contains("I3");
    }

    @Test
    void shouldFindAPositionAndAnOrderBeyondTheirLimits() {
        long tooMuch = ScenarioSetup.LIMITS.maxLong() + FixedPoint.ONE;

        assertThat(judge(futures(tooMuch, order(id(256), tooMuch, false)), tooMuch))
                .contains("I5", "I6");
    }

    @Test
    void shouldFindCashThatIsMissingOnSpot() {
        VenueLedger before = new VenueLedger(List.of(), Map.of("USDT", 100 * FixedPoint.ONE), Map.of());
        VenueLedger after = new VenueLedger(List.of(), Map.of("USDT", 99 * FixedPoint.ONE), Map.of());

        List<Violation> found = new Judge(LoopbackVenue.SPOT, evidence, before, after).judge(0, ScenarioSetup.LIMITS);

        assertThat(found).extracting(Violation::invariant).containsExactly("I4");
    }

    private List<String> judge(VenueLedger after, long position) {
        return new Judge(LoopbackVenue.USDM, evidence, NOTHING, after)
                .judge(position, ScenarioSetup.LIMITS).stream()
                        .map(Violation::invariant)
                        .toList();
    }

    private static VenueLedger futures(long position, Order... orders) {
        return new VenueLedger(List.of(orders), Map.of(), Map.of("ETHUSDT", position));
    }

    private static Order order(String clientOrderId, long executed, boolean open) {
        Fill fill = new Fill(1, PRICE, executed, 0, 1, "USDT");
        return new Order(
                clientOrderId, "ETHUSDT", true, 20 * FixedPoint.ONE, open, executed == 0 ? List.of() : List.of(fill));
    }

    private static String id(long orderId) {
        byte[] text = new byte[ClientOrderId.LENGTH];
        ClientOrderId.encode(ClientOrderId.ORDER, 7, orderId, text, 0);
        return new String(text, StandardCharsets.US_ASCII);
    }
}
