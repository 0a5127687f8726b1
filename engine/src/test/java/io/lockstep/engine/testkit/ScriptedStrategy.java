package io.lockstep.engine.testkit;

import io.lockstep.engine.indicator.Bar;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.AdviceDecoder;
import io.lockstep.engine.sbe.DenialFeedbackDecoder;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.MarkPriceDecoder;
import io.lockstep.engine.sbe.NewsDecoder;
import io.lockstep.engine.sbe.TradeDecoder;
import io.lockstep.engine.sbe.TradingStatusDecoder;
import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyContext;
import io.lockstep.engine.strategy.StrategyDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A strategy a test writes line by line: what to declare, and what to do in which callback. Lists every call it gets.
 *
 * <pre>{@code
 * ScriptedStrategy strategy = new ScriptedStrategy()
 *         .declaring(declaration -> declaration.bars(0, "1m"))
 *         .on("top", context -> context.order(0).buy(ONE).market().submit("test"));
 * }</pre>
 */
public final class ScriptedStrategy implements Strategy {
    private final List<String> calls = new ArrayList<>();
    private final Map<String, Consumer<StrategyContext>> script = new HashMap<>();
    private Consumer<StrategyDeclaration> declaration = ignored -> {};

    /** What to declare. */
    public ScriptedStrategy declaring(Consumer<StrategyDeclaration> wish) {
        declaration = wish;
        return this;
    }

    /**
     * What to do in a callback, instead of what was to be done before.
     *
     * @param call {@code start}, {@code top}, {@code book}, {@code trade}, {@code bar}, {@code mark}, {@code status}, {@code news},
     *     {@code advice}, {@code timer}, {@code execution}, {@code denied} or {@code stop}
     */
    public ScriptedStrategy on(String call, Consumer<StrategyContext> action) {
        script.put(call, action);
        return this;
    }

    /** What to do in a callback once, the next time it comes. */
    public ScriptedStrategy once(String call, Consumer<StrategyContext> action) {
        return on(call, context -> {
            script.remove(call);
            action.accept(context);
        });
    }

    /** Every call so far, in order, with what tells it apart. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** Every call since the last time this was asked. */
    public List<String> takeCalls() {
        List<String> taken = List.copyOf(calls);
        calls.clear();
        return taken;
    }

    @Override
    public void declare(StrategyDeclaration wishes) {
        declaration.accept(wishes);
    }

    @Override
    public void onStart(StrategyContext context) {
        called("start", "", context);
    }

    @Override
    public void onTopOfBook(StrategyContext context, int instrumentId) {
        called("top", " " + instrumentId, context);
    }

    @Override
    public void onBook(StrategyContext context, int instrumentId) {
        called("book", " " + instrumentId, context);
    }

    @Override
    public void onTrade(StrategyContext context, TradeDecoder trade) {
        called("trade", " " + trade.instrumentId() + " " + FixedPoint.format(trade.price()), context);
    }

    @Override
    public void onBar(StrategyContext context, Bar bar) {
        String prices = FixedPoint.format(bar.open()) + "/" + FixedPoint.format(bar.high()) + "/"
                + FixedPoint.format(bar.low()) + "/" + FixedPoint.format(bar.close()) + " "
                + FixedPoint.format(bar.volume());
        called("bar", " " + bar.instrumentId() + " " + bar.timeframeSeconds() + "s " + prices, context);
    }

    @Override
    public void onMarkPrice(StrategyContext context, MarkPriceDecoder mark) {
        called("mark", " " + mark.instrumentId(), context);
    }

    @Override
    public void onTradingStatus(StrategyContext context, TradingStatusDecoder status) {
        called("status", " " + status.instrumentId() + " " + status.status(), context);
    }

    @Override
    public void onNews(StrategyContext context, NewsDecoder news) {
        called("news", "", context);
    }

    @Override
    public void onAdvice(StrategyContext context, AdviceDecoder advice) {
        called("advice", " " + advice.instrumentId(), context);
    }

    @Override
    public void onTimer(StrategyContext context, long timerId) {
        called("timer", " " + timerId, context);
    }

    @Override
    public void onExecution(StrategyContext context, ExecutionReportDecoder report) {
        called("execution", " " + report.execType(), context);
    }

    @Override
    public void onDenied(StrategyContext context, DenialFeedbackDecoder denial) {
        called("denied", " " + denial.reason(), context);
    }

    @Override
    public void onStop(StrategyContext context) {
        called("stop", "", context);
    }

    private void called(String call, String detail, StrategyContext context) {
        calls.add(call + detail);
        Consumer<StrategyContext> action = script.get(call);
        if (action != null) {
            action.accept(context);
        }
    }
}
