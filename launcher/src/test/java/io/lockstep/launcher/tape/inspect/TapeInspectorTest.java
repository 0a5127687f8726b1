package io.lockstep.launcher.tape.inspect;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.DepthKind;
import io.lockstep.engine.sbe.DepthUpdateEncoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.TopOfBookEncoder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TapeInspectorTest {
    private static final long ONE = FixedPoint.ONE;

    private final TapeInspector inspector = new TapeInspector(true);
    private final EngineEvent event = new EngineEvent();
    private long timeNs = 1_000;

    @Test
    void shouldMatchAQuoteThatCameBeforeOrAfterTheUpdateThatContainsIt() {
        snapshot(10, 100, 105);
        quote(12, 101, 105);
        delta(11, 12, 101, ONE);
        delta(13, 14, 102, ONE);
        quote(13, 102, 105);
        quote(15, 103, 105);

        TapeContents contents = inspector.finish();

        assertThat(contents.bookChecks()).isEqualTo(2);
        assertThat(contents.bookMatches()).isEqualTo(2);
        assertThat(contents.mismatches()).isEmpty();
    }

    @Test
    void shouldCompareWithTheQuoteOfThatUpdateWhenLaterQuotesHaveCome() {
        snapshot(10, 100, 105);
        quote(11, 101, 105);
        quote(20, 104, 105);
        delta(11, 12, 101, ONE);

        TapeContents contents = inspector.finish();

        assertThat(contents.bookChecks()).isEqualTo(1);
        assertThat(contents.bookMatches()).isEqualTo(1);
    }

    @Test
    void shouldNameADifferenceWithBothTops() {
        snapshot(10, 100, 105);
        quote(11, 101, 105);
        delta(11, 11, 102, ONE);

        TapeContents contents = inspector.finish();

        assertThat(contents.bookChecks()).isEqualTo(1);
        assertThat(contents.bookMatches()).isZero();
        assertThat(contents.mismatches())
                .containsExactly(new BookMismatch(11, "1 @ 102 / 1 @ 105", 11, "1 @ 101 / 1 @ 105"));
    }

    @Test
    void shouldNotCompareAfterAGapUntilTheNextSnapshot() {
        snapshot(10, 100, 105);
        quote(11, 100, 105);
        delta(11, 11, 99, ONE);
        delta(13, 13, 98, ONE);
        delta(14, 14, 97, ONE);
        snapshot(14, 100, 105);
        delta(15, 15, 96, ONE);

        TapeContents contents = inspector.finish();

        assertThat(contents.gaps()).isEqualTo(1);
        assertThat(contents.bookChecks()).isEqualTo(2);
    }

    @Test
    void shouldIgnoreUpdatesTheSnapshotAlreadyHas() {
        snapshot(10, 100, 105);
        delta(9, 10, 104, ONE);
        delta(11, 11, 100, 0);
        quote(11, 0, 105);

        TapeContents contents = inspector.finish();

        assertThat(contents.bookMatches()).isEqualTo(1);
    }

    @Test
    void shouldFindMissingFuturesUpdatesByTheirPredecessor() {
        future(11, 15, 10);
        future(18, 20, 15);
        future(22, 25, 19);

        assertThat(inspector.finish().gaps()).isEqualTo(1);
    }

    @Test
    void shouldCountByTypeAndShowTheTimeRange() {
        snapshot(10, 100, 105);
        delta(11, 11, 101, ONE);
        quote(11, 101, 105);

        TapeContents contents = inspector.finish();

        assertThat(contents.counts()).isEqualTo(Map.of("depthSnapshot", 1L, "depthUpdate", 1L, "topOfBook", 1L));
        assertThat(contents.firstTimeNs()).isEqualTo(1_001);
        assertThat(contents.lastTimeNs()).isEqualTo(1_003);
    }

    private void snapshot(long id, long bid, long ask) {
        DepthUpdateEncoder depth = depth(DepthKind.SNAPSHOT, id, id, FixedPoint.NULL);
        depth.bidsCount(1).next().price(bid * ONE).quantity(ONE);
        depth.asksCount(1).next().price(ask * ONE).quantity(ONE);
        see(depth.limit());
    }

    private void delta(long first, long last, long bid, long quantity) {
        DepthUpdateEncoder depth = depth(DepthKind.DELTA, first, last, FixedPoint.NULL);
        depth.bidsCount(1).next().price(bid * ONE).quantity(quantity);
        depth.asksCount(0);
        see(depth.limit());
    }

    private void future(long first, long last, long previous) {
        DepthUpdateEncoder depth = depth(DepthKind.DELTA, first, last, previous);
        depth.bidsCount(0);
        depth.asksCount(0);
        see(depth.limit());
    }

    private DepthUpdateEncoder depth(DepthKind kind, long first, long last, long previous) {
        DepthUpdateEncoder depth = new DepthUpdateEncoder();
        depth.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, new MessageHeaderEncoder())
                .instrumentId(0)
                .kind(kind)
                .part(0)
                .exchangeTimeNs(FixedPoint.NULL)
                .firstUpdateId(first)
                .lastUpdateId(last)
                .previousUpdateId(previous)
                .flags()
                .clear()
                .last(true);
        return depth;
    }

    private void quote(long id, long bid, long ask) {
        TopOfBookEncoder quote = new TopOfBookEncoder();
        quote.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, new MessageHeaderEncoder())
                .instrumentId(0)
                .exchangeTimeNs(FixedPoint.NULL)
                .updateId(id)
                .bidPrice(bid * ONE)
                .bidQuantity(bid == 0 ? 0 : ONE)
                .askPrice(ask * ONE)
                .askQuantity(ONE)
                .flags()
                .clear();
        see(quote.limit());
    }

    private void see(int limit) {
        event.complete(limit, ++timeNs);
        inspector.see(event.buffer(), 0);
    }
}
