package io.lockstep.simulator.inprocess;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedVenueTest {
    private static final long MS = 1_000_000L;

    private final EngineKit kit = new EngineKit(TestSettings.latency(2_000, 3_000, 0));

    @Test
    void shouldActAfterEntryAndAnswerAfterResponseLatency() {
        kit.quote(10 * MS, "99", "1", "100", "1");
        kit.send(
                10 * MS,
                command -> command.orderId(7).side(Side.BUY).quantity(e8("0.5")).price(e8("100")));

        kit.advanceTo(15 * MS - 1);
        assertThat(kit.take()).isEmpty();
        kit.advanceTo(15 * MS);

        assertThat(kit.take())
                .containsExactly(
                        "15ms ACCEPTED 7 strategy=3 0.5@100 leaves=0.5 venue=S0-1 exec=S0-1",
                        "15ms FILL 7 0.5@100 TAKER fee=0.025USDT cum=0.5 leaves=0 exec=S0-2",
                        "15ms BALANCE BTC free=2.5 locked=0",
                        "15ms BALANCE USDT free=949.975 locked=0");
    }

    @Test
    void shouldMatchAgainstTheMarketOfTheTimeOfArrival() {
        kit.quote(10 * MS, "99", "1", "100", "1");
        kit.send(
                10 * MS,
                command -> command.orderId(7).side(Side.BUY).quantity(e8("0.5")).price(e8("101")));

        kit.quote(12 * MS, "100", "1", "101", "1");
        kit.quote(13 * MS, "90", "1", "91", "1");
        kit.advanceTo(20 * MS);

        assertThat(kit.take()).anyMatch(line -> line.startsWith("15ms FILL 7 0.5@101 TAKER"));
    }

    @Test
    void shouldAnswerCancelAndRefuseSecondOne() {
        kit.quote(10 * MS, "99", "1", "100", "1");
        kit.send(
                10 * MS,
                command -> command.orderId(7).side(Side.BUY).quantity(e8("0.5")).price(e8("99")));
        kit.send(
                11 * MS,
                command -> command.orderId(7)
                        .originalOrderId(7)
                        .action(OrderAction.CANCEL)
                        .side(Side.BUY));
        kit.send(
                12 * MS,
                command -> command.orderId(7)
                        .originalOrderId(7)
                        .action(OrderAction.CANCEL)
                        .side(Side.BUY));

        kit.advanceTo(30 * MS);

        assertThat(kit.take())
                .filteredOn(line -> !line.contains("BALANCE"))
                .containsExactly(
                        "15ms ACCEPTED 7 strategy=3 0.5@99 leaves=0.5 venue=S0-1 exec=S0-1",
                        "16ms CANCELED 7 strategy=3 0.5@99 leaves=0 venue=S0-1 exec=S0-2 reason=REQUESTED",
                        "17ms CANCEL_REJECTED 7 strategy=3 leaves=0 exec=S0-3 code=20 reason=UNKNOWN_ORDER");
    }

    @Test
    void shouldGoByTheNewIdAfterReplace() {
        kit.quote(10 * MS, "99", "1", "100", "1");
        kit.send(
                10 * MS,
                command -> command.orderId(7).side(Side.BUY).quantity(e8("0.5")).price(e8("98")));
        kit.send(
                10 * MS,
                command -> command.orderId(8)
                        .originalOrderId(7)
                        .action(OrderAction.REPLACE)
                        .side(Side.BUY)
                        .quantity(e8("0.7"))
                        .price(e8("100")));

        kit.advanceTo(20 * MS);

        assertThat(kit.take())
                .filteredOn(line -> !line.contains("BALANCE"))
                .containsExactly(
                        "15ms ACCEPTED 7 strategy=3 0.5@98 leaves=0.5 venue=S0-1 exec=S0-1",
                        "15ms REPLACED 8 strategy=3 0.7@100 leaves=0.7 venue=S0-1 exec=S0-2",
                        "15ms FILL 8 0.7@100 TAKER fee=0.035USDT cum=0.7 leaves=0 exec=S0-3");
    }

    @Test
    void shouldRefuseDuplicateIdAndTellReasons() {
        kit.quote(10 * MS, "99", "1", "100", "1");
        kit.send(
                10 * MS,
                command -> command.orderId(7).side(Side.BUY).quantity(e8("0.5")).price(e8("98")));
        kit.send(
                10 * MS,
                command -> command.orderId(7).side(Side.BUY).quantity(e8("0.5")).price(e8("98")));
        kit.send(
                10 * MS,
                command -> command.orderId(9).side(Side.BUY).quantity(e8("5")).price(e8("1000")));

        kit.advanceTo(20 * MS);

        assertThat(kit.take())
                .filteredOn(line -> line.contains("REJECTED"))
                .containsExactly(
                        "15ms REJECTED 7 strategy=3 0.5@98 leaves=0 exec=S0-2 code=22 reason=DUPLICATE_ID",
                        "15ms REJECTED 9 strategy=3 5@1000 leaves=0 exec=S0-3 code=13 reason=INSUFFICIENT_BALANCE");
    }

    @Test
    void shouldCancelAllOrdersOfInstrument() {
        kit.quote(10 * MS, "99", "1", "100", "1");
        kit.send(
                10 * MS,
                command -> command.orderId(7).side(Side.BUY).quantity(e8("0.5")).price(e8("98")));
        kit.send(
                10 * MS,
                command ->
                        command.orderId(8).side(Side.SELL).quantity(e8("0.5")).price(e8("110")));
        kit.send(10 * MS, command -> command.orderId(9).action(OrderAction.CANCEL_ALL));

        kit.advanceTo(20 * MS);

        assertThat(kit.take()).filteredOn(line -> line.contains("CANCELED")).hasSize(2);
    }

    @Test
    void shouldTrailAtDistanceOfStopFromReference() {
        kit.trade(10 * MS, Side.BUY, "100", "1");
        kit.send(
                10 * MS,
                command -> command.orderId(7)
                        .side(Side.SELL)
                        .orderType(OrderType.TRAILING_STOP)
                        .quantity(e8("0.5"))
                        .stopPrice(e8("98"))
                        .referencePrice(e8("100")));
        kit.trade(20 * MS, Side.BUY, "105", "1");
        kit.trade(21 * MS, Side.SELL, "103", "1");

        kit.advanceTo(30 * MS);

        assertThat(kit.take()).anyMatch(line -> line.startsWith("24ms TRIGGERED 7"));
    }

    @Test
    void shouldPublishQuotesFormedAroundTradesAtOnce() {
        kit.trade(10 * MS, Side.BUY, "100", "1");

        kit.advanceTo(10 * MS);

        assertThat(kit.take()).containsExactly("10ms QUOTE 99.99/100 simulated");
    }

    @Test
    void shouldExpireGoodTillDateOrders() {
        kit.quote(10 * MS, "99", "1", "100", "1");
        kit.send(
                10 * MS,
                command -> command.orderId(7)
                        .side(Side.BUY)
                        .timeInForce(TimeInForce.GTD)
                        .expireTimeNs(50 * MS)
                        .quantity(e8("0.5"))
                        .price(e8("99")));
        kit.advanceTo(20 * MS);
        kit.take();

        assertThat(kit.venue.nextEventTimeNs()).isEqualTo(50 * MS);
        kit.advanceTo(60 * MS);

        assertThat(kit.take()).anyMatch(line -> line.startsWith("53ms EXPIRED 7") && line.endsWith("reason=TIME"));
    }

    @Test
    void shouldStateBalancesWhenOpened() {
        EngineKit fresh = new EngineKit(TestSettings.latency(0, 0, 0), false);

        fresh.venue.open(5 * MS);
        fresh.advanceTo(5 * MS);

        assertThat(fresh.take())
                .contains("5ms BALANCE BTC free=2 locked=0 full", "5ms BALANCE USDT free=1000 locked=0 full last");
    }

    @Test
    void shouldStartIdsAnewWithEachStartOfTheEngine() {
        kit.engineStart(1 * MS, 4);
        kit.quote(10 * MS, "99", "1", "100", "1");
        kit.send(
                10 * MS,
                command -> command.orderId(7).side(Side.BUY).quantity(e8("0.5")).price(e8("98")));

        kit.advanceTo(20 * MS);

        assertThat(kit.take()).anyMatch(line -> line.contains("venue=S4-1 exec=S4-1"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void shouldListTheSameReportsTwiceWithJitter(long seed) {
        List<String> first = randomRun(seed);
        List<String> second = randomRun(seed);

        assertThat(first).isEqualTo(second).hasSizeGreaterThan(500);
    }

    private static List<String> randomRun(long seed) {
        Random random = new Random(seed);
        EngineKit run = new EngineKit(TestSettings.latency(1_000, 500, 2_000));
        List<String> listing = new ArrayList<>();
        for (int i = 1; i <= 1_000; i++) {
            long id = i;
            long now = i * MS;
            long middle = 10_000 + random.nextInt(40);
            run.quote(now, ticks(middle - 1), "3", ticks(middle + 1), "3");
            long price = e8(ticks(10_000 + random.nextInt(40)));
            boolean buy = random.nextBoolean();
            run.send(
                    now,
                    command -> command.orderId(id)
                            .side(buy ? Side.BUY : Side.SELL)
                            .quantity(e8("0.1"))
                            .price(price));
            run.advanceTo(now);
            listing.addAll(run.take());
        }
        return listing;
    }

    private static String ticks(long ticks) {
        return FixedPoint.format(ticks * e8("0.01"));
    }

    private static long e8(String decimal) {
        return FixedPoint.parse(decimal);
    }
}
