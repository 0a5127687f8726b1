package io.lockstep.launcher.tape.inspect;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.sbe.BarDecoder;
import io.lockstep.engine.sbe.DepthKind;
import io.lockstep.engine.sbe.DepthUpdateDecoder;
import io.lockstep.engine.sbe.InstrumentDefinitionDecoder;
import io.lockstep.engine.sbe.LiquidationDecoder;
import io.lockstep.engine.sbe.MarkPriceDecoder;
import io.lockstep.engine.sbe.MarketDataGapDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.NewsDecoder;
import io.lockstep.engine.sbe.TopOfBookDecoder;
import io.lockstep.engine.sbe.TradeDecoder;
import io.lockstep.engine.sbe.TradingStatusDecoder;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.DirectBuffer;

/** Counts market data by type; a depth message that travels in parts counts once, with its last part. */
public final class EventCounts {
    private static final String DEFINITION = "instrumentDefinition";

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final DepthUpdateDecoder depth = new DepthUpdateDecoder();
    private final Map<String, Long> byType = new TreeMap<>();

    /** Counts the record at {@code offset}. */
    public void see(DirectBuffer buffer, int offset) {
        String type = type(buffer, offset);
        if (!type.isEmpty()) {
            byType.merge(type, 1L, Long::sum);
        }
    }

    /** Counts by type, sorted. */
    public Map<String, Long> byType() {
        return Collections.unmodifiableMap(byType);
    }

    /** All market data messages, definitions not among them. */
    public long messages() {
        long all = byType.values().stream().mapToLong(Long::longValue).sum();
        return all - byType.getOrDefault(DEFINITION, 0L);
    }

    /** The type's name; empty for a part that is not the last. */
    private String type(DirectBuffer buffer, int offset) {
        int templateId = RecordLayout.templateId(buffer, offset);
        return switch (templateId) {
            case InstrumentDefinitionDecoder.TEMPLATE_ID -> DEFINITION;
            case TopOfBookDecoder.TEMPLATE_ID -> "topOfBook";
            case DepthUpdateDecoder.TEMPLATE_ID -> depthType(buffer, offset);
            case TradeDecoder.TEMPLATE_ID -> "trade";
            case BarDecoder.TEMPLATE_ID -> "bar";
            case MarkPriceDecoder.TEMPLATE_ID -> "markPrice";
            case MarketDataGapDecoder.TEMPLATE_ID -> "marketDataGap";
            case LiquidationDecoder.TEMPLATE_ID -> "liquidation";
            case TradingStatusDecoder.TEMPLATE_ID -> "tradingStatus";
            case NewsDecoder.TEMPLATE_ID -> "news";
            default -> "template" + templateId;
        };
    }

    private String depthType(DirectBuffer buffer, int offset) {
        depth.wrapAndApplyHeader(buffer, offset + MESSAGE_OFFSET, header);
        if (!depth.flags().last()) {
            return "";
        }
        return depth.kind() == DepthKind.SNAPSHOT ? "depthSnapshot" : "depthUpdate";
    }
}
