package io.lockstep.engine.carry;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.CarriedNoticeEncoder;
import io.lockstep.engine.sbe.EpochOpenedEncoder;
import io.lockstep.engine.sbe.EpochOpeningEncoder;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.Severity;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Publishes the events that frame the opening of an epoch.
 *
 * <pre>
 *   EngineStart, ConfigPart …, instruments │ EpochOpening │ market data to warm up with │ Carried … │ EpochOpened
 *                                                         '------- strategies see, and do not act -------'
 * </pre>
 */
public final class EpochWriter {
    private static final int MOST_DETAIL_BYTES = 800;

    private final EventPublisher publisher;
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();

    /** A writer into an epoch that is being opened. */
    public EpochWriter(EventPublisher publisher) {
        this.publisher = publisher;
    }

    /** From here on strategies do not act. */
    public void opening(EpochBegin from, long timeNs) {
        EngineEvent event = publisher.claim();
        EpochOpeningEncoder opening = new EpochOpeningEncoder();
        opening.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .previousEpoch(from.epoch())
                .previousInput(from.input())
                .previousDecision(from.decision())
                .decisions(from.decisions())
                .decisionHash(from.decisionHash())
                .proven((short) (from.proven() ? 1 : 0))
                .reason(from.reason());
        publish(event, opening.limit(), timeNs);
    }

    /**
     * Something a person must know; the engine turns it into an alert.
     *
     * @param code up to 32 characters
     * @param detail one sentence; cut to what an event can carry
     */
    public void notice(Severity severity, String code, String detail, long timeNs) {
        byte[] text = detail.getBytes(StandardCharsets.US_ASCII);
        EngineEvent event = publisher.claim();
        CarriedNoticeEncoder notice = new CarriedNoticeEncoder();
        notice.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .severity(severity)
                .code(code)
                .detail(new String(
                        Arrays.copyOf(text, Math.min(text.length, MOST_DETAIL_BYTES)), StandardCharsets.US_ASCII));
        publish(event, notice.limit(), timeNs);
    }

    /** From here on strategies act. */
    public void opened(long carried, long warmUp, long timeNs) {
        EngineEvent event = publisher.claim();
        EpochOpenedEncoder opened = new EpochOpenedEncoder();
        opened.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .carried(carried)
                .warmUp(warmUp);
        publish(event, opened.limit(), timeNs);
    }

    private void publish(EngineEvent event, int end, long timeNs) {
        event.complete(end, timeNs);
        publisher.publish(event);
    }
}
