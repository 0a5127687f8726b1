package io.lockstep.launcher.session.result;

import io.lockstep.engine.sbe.AccountReportDecoder;
import io.lockstep.engine.sbe.AdviceDecoder;
import io.lockstep.engine.sbe.AlertDecoder;
import io.lockstep.engine.sbe.AlertDeliveryDecoder;
import io.lockstep.engine.sbe.BarDecoder;
import io.lockstep.engine.sbe.CarriedBalanceDecoder;
import io.lockstep.engine.sbe.CarriedNoticeDecoder;
import io.lockstep.engine.sbe.CarriedOrderDecoder;
import io.lockstep.engine.sbe.CarriedPositionDecoder;
import io.lockstep.engine.sbe.CarriedSeriesDecoder;
import io.lockstep.engine.sbe.CarriedStateDecoder;
import io.lockstep.engine.sbe.CashMovementDecoder;
import io.lockstep.engine.sbe.CheckpointDecoder;
import io.lockstep.engine.sbe.ClockSampleDecoder;
import io.lockstep.engine.sbe.ConfigPartDecoder;
import io.lockstep.engine.sbe.ConnectionStatusDecoder;
import io.lockstep.engine.sbe.DenialFeedbackDecoder;
import io.lockstep.engine.sbe.DepthUpdateDecoder;
import io.lockstep.engine.sbe.EngineStartDecoder;
import io.lockstep.engine.sbe.EngineStopDecoder;
import io.lockstep.engine.sbe.EpochOpenedDecoder;
import io.lockstep.engine.sbe.EpochOpeningDecoder;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.HostStatusDecoder;
import io.lockstep.engine.sbe.InstrumentDefinitionDecoder;
import io.lockstep.engine.sbe.LiquidationDecoder;
import io.lockstep.engine.sbe.MarkPriceDecoder;
import io.lockstep.engine.sbe.MarketDataGapDecoder;
import io.lockstep.engine.sbe.NewsDecoder;
import io.lockstep.engine.sbe.OperatorCommandDecoder;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderDeniedDecoder;
import io.lockstep.engine.sbe.OrderOutcomeDecoder;
import io.lockstep.engine.sbe.PositionReportDecoder;
import io.lockstep.engine.sbe.ReconciliationMarkDecoder;
import io.lockstep.engine.sbe.SignalDecoder;
import io.lockstep.engine.sbe.TimerTickDecoder;
import io.lockstep.engine.sbe.TopOfBookDecoder;
import io.lockstep.engine.sbe.TradeDecoder;
import io.lockstep.engine.sbe.TradingStateChangeDecoder;
import io.lockstep.engine.sbe.TradingStatusDecoder;
import io.lockstep.engine.sbe.VenueErrorDecoder;

/** Names of events and decisions as people and scripts read them. */
public final class EventNames {
    private EventNames() {}

    /** The name of a template id, for example {@code topOfBook}. */
    public static String of(int templateId) {
        return switch (templateId) {
            case EngineStartDecoder.TEMPLATE_ID -> "engineStart";
            case ConfigPartDecoder.TEMPLATE_ID -> "configPart";
            case EngineStopDecoder.TEMPLATE_ID -> "engineStop";
            case InstrumentDefinitionDecoder.TEMPLATE_ID -> "instrument";
            case TopOfBookDecoder.TEMPLATE_ID -> "topOfBook";
            case DepthUpdateDecoder.TEMPLATE_ID -> "depth";
            case TradeDecoder.TEMPLATE_ID -> "trade";
            case BarDecoder.TEMPLATE_ID -> "bar";
            case MarkPriceDecoder.TEMPLATE_ID -> "markPrice";
            case TradingStatusDecoder.TEMPLATE_ID -> "tradingStatus";
            case NewsDecoder.TEMPLATE_ID -> "news";
            case AdviceDecoder.TEMPLATE_ID -> "advice";
            case ExecutionReportDecoder.TEMPLATE_ID -> "executionReport";
            case AccountReportDecoder.TEMPLATE_ID -> "accountReport";
            case PositionReportDecoder.TEMPLATE_ID -> "positionReport";
            case ConnectionStatusDecoder.TEMPLATE_ID -> "connectionStatus";
            case TimerTickDecoder.TEMPLATE_ID -> "timer";
            case OperatorCommandDecoder.TEMPLATE_ID -> "operatorCommand";
            case DenialFeedbackDecoder.TEMPLATE_ID -> "denialFeedback";
            case MarketDataGapDecoder.TEMPLATE_ID -> "gap";
            case LiquidationDecoder.TEMPLATE_ID -> "liquidation";
            case EpochOpeningDecoder.TEMPLATE_ID -> "epochOpening";
            case CarriedOrderDecoder.TEMPLATE_ID -> "carriedOrder";
            case CarriedPositionDecoder.TEMPLATE_ID -> "carriedPosition";
            case CarriedBalanceDecoder.TEMPLATE_ID -> "carriedBalance";
            case CarriedStateDecoder.TEMPLATE_ID -> "carriedState";
            case CarriedSeriesDecoder.TEMPLATE_ID -> "carriedSeries";
            case CarriedNoticeDecoder.TEMPLATE_ID -> "carriedNotice";
            case EpochOpenedDecoder.TEMPLATE_ID -> "epochOpened";
            case ReconciliationMarkDecoder.TEMPLATE_ID -> "reconciliation";
            case ClockSampleDecoder.TEMPLATE_ID -> "clockSample";
            case VenueErrorDecoder.TEMPLATE_ID -> "venueError";
            case CashMovementDecoder.TEMPLATE_ID -> "cashMovement";
            case AlertDeliveryDecoder.TEMPLATE_ID -> "alertDelivery";
            case SignalDecoder.TEMPLATE_ID -> "signal";
            case OrderCommandDecoder.TEMPLATE_ID -> "order";
            case OrderDeniedDecoder.TEMPLATE_ID -> "denied";
            case TradingStateChangeDecoder.TEMPLATE_ID -> "tradingState";
            case AlertDecoder.TEMPLATE_ID -> "alert";
            case CheckpointDecoder.TEMPLATE_ID -> "checkpoint";
            case OrderOutcomeDecoder.TEMPLATE_ID -> "orderOutcome";
            case HostStatusDecoder.TEMPLATE_ID -> "hostStatus";
            default -> "template" + templateId;
        };
    }
}
