package io.lockstep.engine.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.pipeline.SteppedPublisher;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.testkit.Events;
import io.lockstep.engine.testkit.ReportDraft;
import org.junit.jupiter.api.Test;

class FillDedupeTest {
    private static final int REMEMBERED = 100;

    private final FillDedupe dedupe = new FillDedupe(REMEMBERED);
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final Events events = new Events(new SteppedPublisher(
            0, event -> report.wrapAndApplyHeader(event.buffer(), RecordLayout.MESSAGE_OFFSET, header)));

    @Test
    void shouldTakeEachFillOnce() {
        assertThat(isNew(fill(7, Side.BUY).execId(1))).isTrue();
        assertThat(isNew(fill(7, Side.BUY).execId(2))).isTrue();
        assertThat(isNew(fill(7, Side.BUY).execId(1))).isFalse();
    }

    @Test
    void shouldKnowAFillUnderEitherIdOfAReplacedOrder() {
        isNew(fill(7, Side.BUY).execId(1));

        assertThat(isNew(fill(8, Side.BUY).execId(1))).isFalse();
    }

    @Test
    void shouldTellApartWhatOnlySharesTheNumber() {
        isNew(fill(7, Side.BUY).execId(1));

        assertThat(isNew(fill(7, Side.SELL).execId(1)))
                .as("the other side of the trade")
                .isTrue();
        assertThat(isNew(events.report(ExecType.FILL, 7, 1, 1, 0, Side.BUY).execId(1)))
                .as("account")
                .isTrue();
        assertThat(isNew(events.report(ExecType.FILL, 7, 0, 1, 1, Side.BUY).execId(1)))
                .as("instrument")
                .isTrue();
    }

    @Test
    void shouldTellApartFillsWithoutAnId() {
        assertThat(isNew(fill(7, Side.BUY).fill(100, 3, 3, 7))).isTrue();
        assertThat(isNew(fill(7, Side.BUY).fill(100, 3, 6, 4))).isTrue();
        assertThat(isNew(fill(7, Side.BUY).fill(100, 3, 3, 7))).isFalse();
    }

    @Test
    void shouldRememberAsManyAsItShould() {
        for (int id = 0; id < 1_000 * REMEMBERED; id++) {
            assertThat(isNew(fill(7, Side.BUY).execId(id))).isTrue();
        }
        for (int id = 999 * REMEMBERED; id < 1_000 * REMEMBERED; id++) {
            assertThat(isNew(fill(7, Side.BUY).execId(id))).as("fill %d", id).isFalse();
        }
        assertThat(isNew(fill(7, Side.BUY).execId(0))).isTrue();
    }

    private ReportDraft fill(long orderId, Side side) {
        return events.report(ExecType.FILL, orderId, 0, 1, 0, side);
    }

    private boolean isNew(ReportDraft draft) {
        draft.publish();
        return dedupe.isNew(report);
    }
}
