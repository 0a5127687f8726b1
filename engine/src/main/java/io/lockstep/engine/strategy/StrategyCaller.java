package io.lockstep.engine.strategy;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.sbe.AdviceDecoder;
import io.lockstep.engine.sbe.BarDecoder;
import io.lockstep.engine.sbe.DenialFeedbackDecoder;
import io.lockstep.engine.sbe.DepthUpdateDecoder;
import io.lockstep.engine.sbe.EngineStartDecoder;
import io.lockstep.engine.sbe.EngineStopDecoder;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.MarkPriceDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.NewsDecoder;
import io.lockstep.engine.sbe.TimerTickDecoder;
import io.lockstep.engine.sbe.TopOfBookDecoder;
import io.lockstep.engine.sbe.TradeDecoder;
import io.lockstep.engine.sbe.TradingStatusDecoder;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.engine.telemetry.Counters;

/**
 * Calls strategies and stops the one that throws. Holds the carriers they are handed. Owned by the strategy handler.
 *
 * <p>Stopped by its own exception is whatever a strategy's code can throw; only the virtual machine's own errors, but for a stack that
 * overflowed, concern the engine.
 */
final class StrategyCaller {
    /** Trigger of the state change that stops a strategy which threw. */
    static final String FAILED = "STRATEGY_FAILED";

    final TradeDecoder trade = new TradeDecoder();
    final MarkPriceDecoder mark = new MarkPriceDecoder();
    final TradingStatusDecoder status = new TradingStatusDecoder();
    final NewsDecoder news = new NewsDecoder();
    final AdviceDecoder advice = new AdviceDecoder();
    final ExecutionReportDecoder report = new ExecutionReportDecoder();
    final DenialFeedbackDecoder denial = new DenialFeedbackDecoder();
    final Bar bar = new Bar();

    private final IntentWriter writer;
    private final Counters counters;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();

    StrategyCaller(IntentWriter writer, Counters counters) {
        this.writer = writer;
        this.counters = counters;
    }

    /** Wraps the carrier of an event that has one; returns the instrument it is about. */
    int wrap(EngineEvent event) {
        return switch (event.templateId()) {
            case TradeDecoder.TEMPLATE_ID ->
                trade.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header).instrumentId();
            case MarkPriceDecoder.TEMPLATE_ID ->
                mark.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header).instrumentId();
            case TradingStatusDecoder.TEMPLATE_ID ->
                status.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                        .instrumentId();
            case NewsDecoder.TEMPLATE_ID ->
                news.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header).instrumentId();
            case AdviceDecoder.TEMPLATE_ID ->
                advice.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                        .instrumentId();
            case ExecutionReportDecoder.TEMPLATE_ID ->
                report.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                        .instrumentId();
            case DenialFeedbackDecoder.TEMPLATE_ID ->
                denial.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                        .instrumentId();
            default -> throw new IllegalStateException("no carrier for template " + event.templateId());
        };
    }

    void start(HostedStrategy hosted) {
        call(hosted, EngineStartDecoder.TEMPLATE_ID, 0);
    }

    void timer(HostedStrategy hosted, long timerId) {
        counters.add(Counter.TIMERS, 1);
        call(hosted, TimerTickDecoder.TEMPLATE_ID, timerId);
    }

    /**
     * Calls a strategy that is running.
     *
     * @param templateId what it is about
     * @param subject instrument, or timer
     */
    void call(HostedStrategy hosted, int templateId, long subject) {
        if (!hosted.isRunning()) {
            return;
        }
        try {
            callback(hosted, hosted.strategy(), templateId, subject);
        } catch (Exception | AssertionError | LinkageError | StackOverflowError failure) {
            // foreign code: whatever it throws stops the strategy, never the engine
            hosted.running(false);
            counters.add(Counter.STRATEGY_FAILURES, 1);
            writer.strategyStopped(hosted.id(), FAILED, hosted.name() + ": " + failure);
        }
    }

    private void callback(HostedStrategy context, Strategy strategy, int templateId, long subject) {
        switch (templateId) {
            case TopOfBookDecoder.TEMPLATE_ID -> strategy.onTopOfBook(context, (int) subject);
            case DepthUpdateDecoder.TEMPLATE_ID -> strategy.onBook(context, (int) subject);
            case TradeDecoder.TEMPLATE_ID -> strategy.onTrade(context, trade);
            case BarDecoder.TEMPLATE_ID -> strategy.onBar(context, bar);
            case TimerTickDecoder.TEMPLATE_ID -> strategy.onTimer(context, subject);
            case MarkPriceDecoder.TEMPLATE_ID -> strategy.onMarkPrice(context, mark);
            case ExecutionReportDecoder.TEMPLATE_ID -> strategy.onExecution(context, report);
            default -> rareCallback(context, strategy, templateId);
        }
    }

    private void rareCallback(HostedStrategy context, Strategy strategy, int templateId) {
        switch (templateId) {
            case TradingStatusDecoder.TEMPLATE_ID -> strategy.onTradingStatus(context, status);
            case NewsDecoder.TEMPLATE_ID -> strategy.onNews(context, news);
            case AdviceDecoder.TEMPLATE_ID -> strategy.onAdvice(context, advice);
            case DenialFeedbackDecoder.TEMPLATE_ID -> strategy.onDenied(context, denial);
            case EngineStartDecoder.TEMPLATE_ID -> strategy.onStart(context);
            case EngineStopDecoder.TEMPLATE_ID -> strategy.onStop(context);
            default -> throw new IllegalStateException("no callback for template " + templateId);
        }
    }
}
