package io.lockstep.engine.replay;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.sbe.AlertDecoder;
import io.lockstep.engine.sbe.CheckpointDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderDeniedDecoder;
import io.lockstep.engine.sbe.OrderOutcomeDecoder;
import io.lockstep.engine.sbe.SignalDecoder;
import io.lockstep.engine.sbe.TradingStateChangeDecoder;
import org.agrona.DirectBuffer;

/** Decisions in words, for messages about differences. Cold path: allocates. */
final class Decisions {
    private Decisions() {}

    /** The recorded and the decided one side by side. */
    static String difference(DirectBuffer recorded, DirectBuffer decided, int offset) {
        return "recorded=" + describe(recorded, 0) + ", decided=" + describe(decided, offset);
    }

    /** One decision record. */
    static String describe(DirectBuffer buffer, int offset) {
        int message = offset + MESSAGE_OFFSET;
        MessageHeaderDecoder header = new MessageHeaderDecoder();
        int templateId = RecordLayout.templateId(buffer, offset);
        return switch (templateId) {
            case SignalDecoder.TEMPLATE_ID ->
                new SignalDecoder().wrapAndApplyHeader(buffer, message, header).toString();
            case OrderCommandDecoder.TEMPLATE_ID ->
                new OrderCommandDecoder()
                        .wrapAndApplyHeader(buffer, message, header)
                        .toString();
            case OrderDeniedDecoder.TEMPLATE_ID ->
                new OrderDeniedDecoder()
                        .wrapAndApplyHeader(buffer, message, header)
                        .toString();
            case TradingStateChangeDecoder.TEMPLATE_ID ->
                new TradingStateChangeDecoder()
                        .wrapAndApplyHeader(buffer, message, header)
                        .toString();
            case AlertDecoder.TEMPLATE_ID ->
                new AlertDecoder().wrapAndApplyHeader(buffer, message, header).toString();
            case OrderOutcomeDecoder.TEMPLATE_ID ->
                new OrderOutcomeDecoder()
                        .wrapAndApplyHeader(buffer, message, header)
                        .toString();
            case CheckpointDecoder.TEMPLATE_ID ->
                new CheckpointDecoder()
                        .wrapAndApplyHeader(buffer, message, header)
                        .toString();
            default -> "template " + templateId;
        };
    }
}
