package io.lockstep.launcher.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.engine.testkit.CommandDraft;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an engine may rely on, whichever way its orders go to a venue. The cases are numbered, so that a venue's report can name one. What is
 * said twice, in an answer and on the stream, counts once.
 */
abstract class OrderContract {
    /** Longer than a gateway may look for an order that the venue might only show late. */
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(20);

    private static final long FIRST = 256;
    private static final long SECOND = 512;
    private static final long COMMAND = 768;
    private static final long SMALL = 1_000 * FixedPoint.ONE;
    private static final long DEEP = 60_000 * FixedPoint.ONE;
    private static final long ABSURD = 4_000_000L * FixedPoint.ONE;

    @TempDir
    private Path folder;

    private final CommandDraft draft = new CommandDraft();

    @SuppressWarnings("NullAway.Init") // set by connect
    private OrderSite site;

    /** Connects to the venue under test. */
    abstract OrderSite open(Path folderOfTest);

    @BeforeEach
    void connect() {
        site = open(folder);
        await("the account is ready and a quote is there", site.log()::isReady);
    }

    @AfterEach
    void disconnect() {
        site.close();
    }

    @Test
    void shouldLetALimitOrderRestInCase1() {
        rest(FIRST);

        assertThat(site.log().of(FIRST)).hasSize(1);
    }

    @Test
    void shouldCancelARestingOrderInCase2() {
        rest(FIRST);

        cancel(FIRST);

        awaitKind(FIRST, ExecType.CANCELED);
        assertThat(site.log().kinds(FIRST)).containsSubsequence(ExecType.ACCEPTED, ExecType.CANCELED);
    }

    @Test
    void shouldFillAMarketOrderWholeInCase3() {
        long quantity = worth(SMALL);

        site.send(draft.market(FIRST, Side.BUY, quantity));

        await("it is filled: " + quantity, () -> site.log().traded(FIRST) == quantity);
        assertThat(site.log().kinds(FIRST)).containsExactlyInAnyOrder(ExecType.ACCEPTED, ExecType.FILL);
    }

    @Test
    void shouldCancelWhatAPartialFillLeavesInCase4() {
        long quantity = worth(DEEP);
        site.send(draft.limit(FIRST, Side.BUY, quantity, site.log().ask()));
        awaitKind(FIRST, ExecType.FILL);

        cancel(FIRST);

        awaitKind(FIRST, ExecType.CANCELED);
        assertThat(site.log().traded(FIRST)).isPositive().isLessThan(quantity);
        assertThat(site.log().of(FIRST))
                .filteredOn(report -> report.type() == ExecType.CANCELED)
                .allMatch(report -> report.cumQty() == site.log().traded(FIRST));
    }

    @Test
    void shouldReplaceThePriceInCase5() {
        long quantity = rest(FIRST);

        site.send(draft.replace(SECOND, FIRST, Side.BUY, quantity, below(96)));
        await(
                "it is replaced",
                () -> site.log().kinds(SECOND).contains(ExecType.REPLACED)
                        || site.log().kinds(FIRST).contains(ExecType.REPLACED));
        cancel(SECOND);

        awaitKind(SECOND, ExecType.CANCELED);
        assertThat(site.log().traded(FIRST) + site.log().traded(SECOND)).isZero();
    }

    @Test
    void shouldTellOfARejectionForLackOfFundsInCase6() {
        site.send(draft.limit(FIRST, Side.BUY, worth(ABSURD), below(97)));

        awaitKind(FIRST, ExecType.REJECTED);
        assertThat(site.log().kinds(FIRST)).containsExactly(ExecType.REJECTED);
    }

    @Test
    void shouldTellOfARejectionByAFilterInCase7() {
        Instrument traded = site.instrument();
        Assumptions.assumeTrue(traded.minNotional() > 0, "the venue has no smallest order value");

        site.send(draft.limit(FIRST, Side.BUY, traded.lotSize(), below(97)));

        awaitKind(FIRST, ExecType.REJECTED);
        assertThat(site.log().kinds(FIRST)).containsExactly(ExecType.REJECTED);
    }

    @Test
    void shouldSayThatAnOrderToCancelIsNotThereInCase8() {
        cancel(FIRST);

        await("an answer comes", () -> !site.log().of(FIRST).isEmpty());
        assertThat(site.log().kinds(FIRST)).containsAnyOf(ExecType.CANCEL_REJECTED, ExecType.NOT_FOUND);
        assertThat(site.log().kinds(FIRST)).doesNotContain(ExecType.CANCELED);
    }

    @Test
    void shouldEndWhatAnImmediateOrderLeavesInCase9() {
        long quantity = worth(DEEP);

        site.send(draft.order(FIRST, Side.BUY, quantity, site.log().ask(), each -> each.timeInForce(TimeInForce.IOC)));

        await(
                "it has ended",
                () -> site.log().kinds(FIRST).contains(ExecType.EXPIRED)
                        || site.log().kinds(FIRST).contains(ExecType.CANCELED));
        assertThat(site.log().traded(FIRST)).isPositive().isLessThan(quantity);
    }

    @Test
    void shouldKeepOneOfTwoOrdersWithOneIdInCase10() {
        long quantity = rest(FIRST);
        site.send(draft.limit(FIRST, Side.BUY, quantity, below(97)));
        site.send(draft.limit(SECOND, Side.BUY, quantity, below(97)));
        awaitKind(SECOND, ExecType.ACCEPTED);

        cancel(FIRST);

        awaitKind(FIRST, ExecType.CANCELED);
        assertThat(site.log().of(FIRST))
                .filteredOn(report -> report.type() == ExecType.ACCEPTED || report.type() == ExecType.CANCELED)
                .hasSize(2);
    }

    @Test
    void shouldSayWhatBecameOfAnOrderInCase11() {
        Assumptions.assumeTrue(site.answersQueries(), "nobody asks this venue");
        rest(FIRST);

        site.send(draft.command(OrderAction.QUERY, COMMAND, FIRST, ignored -> {}));
        site.send(draft.command(OrderAction.QUERY, COMMAND + 1, SECOND, ignored -> {}));

        awaitKind(FIRST, ExecType.STATUS);
        awaitKind(SECOND, ExecType.NOT_FOUND);
    }

    private long rest(long orderId) {
        long quantity = worth(SMALL);
        site.send(draft.limit(orderId, Side.BUY, quantity, below(97)));
        awaitKind(orderId, ExecType.ACCEPTED);
        return quantity;
    }

    private void cancel(long orderId) {
        site.send(draft.cancel(COMMAND, orderId));
    }

    /** A price so many hundredths of the best bid, on the tick. */
    private long below(int percent) {
        return site.instrument().floorToTick(site.log().bid() / 100 * percent);
    }

    /** How many lots a value pays for. */
    private long worth(long value) {
        double quantity = (double) value / site.log().ask();
        return site.instrument().floorToLot((long) (quantity * FixedPoint.ONE));
    }

    private void awaitKind(long orderId, ExecType kind) {
        await(
                "order " + orderId + " hears of " + kind,
                () -> site.log().kinds(orderId).contains(kind));
    }

    private void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE_NS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                List<Object> said = List.of(
                        site.log().of(FIRST), site.log().of(SECOND), site.log().of(COMMAND));
                fail("waited in vain until " + what + ": said=" + said);
            }
            site.pass();
        }
    }
}
