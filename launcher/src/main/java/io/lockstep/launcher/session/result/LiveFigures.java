package io.lockstep.launcher.session.result;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordBuffer;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.EngineListener;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TradeDecoder;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The figures a person watches while a session runs, published by the engine thread one by one and read by the thread that draws. A reader
 * may see two figures of neighbouring events; each by itself is right.
 */
public final class LiveFigures implements EngineListener {
    private static final int EVENTS = 0;
    private static final int DECISIONS = 1;
    private static final int ORDERS = 2;
    private static final int FILLS = 3;
    private static final int TIME = 4;
    private static final int FIXED = 5;

    private final int instruments;
    private final AtomicLongArray figures;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final TradeDecoder trade = new TradeDecoder();
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();

    /**
     * Figures of a run.
     *
     * @param instruments number of instruments
     */
    public LiveFigures(int instruments) {
        this.instruments = instruments;
        figures = new AtomicLongArray(FIXED + 2 * instruments);
    }

    @Override
    public void onEvent(EngineEvent event) {
        add(EVENTS, 1);
        figures.lazySet(TIME, event.timeNs());
        switch (event.templateId()) {
            case TradeDecoder.TEMPLATE_ID -> {
                trade.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
                figures.lazySet(FIXED + trade.instrumentId(), trade.price());
            }
            case ExecutionReportDecoder.TEMPLATE_ID -> onReport(event);
            default -> {}
        }
        if (event.decisions().count() > 0) {
            countDecisions(event);
        }
    }

    /** Inputs handled. */
    public long events() {
        return figures.get(EVENTS);
    }

    /** Decisions made. */
    public long decisions() {
        return figures.get(DECISIONS);
    }

    /** Commands that left. */
    public long orders() {
        return figures.get(ORDERS);
    }

    /** Fills booked. */
    public long fills() {
        return figures.get(FILLS);
    }

    /** Event time, UTC, nanoseconds. */
    public long timeNs() {
        return figures.get(TIME);
    }

    /** Price of an instrument's latest trade, quote currency, E8; 0 before the first. */
    public long lastPrice(int instrumentId) {
        return figures.get(FIXED + instrumentId);
    }

    /** Net position of all strategies in an instrument, base currency, E8. */
    public long position(int instrumentId) {
        return figures.get(FIXED + instruments + instrumentId);
    }

    private void onReport(EngineEvent event) {
        report.wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header);
        if (report.execType() == ExecType.FILL) {
            add(FILLS, 1);
            long signed = report.side() == Side.BUY ? report.lastQty() : -report.lastQty();
            add(FIXED + instruments + report.instrumentId(), signed);
        }
    }

    private void countDecisions(EngineEvent event) {
        RecordBuffer made = event.decisions();
        for (int offset = made.first(); offset < made.end(); offset = made.next(offset)) {
            add(DECISIONS, 1);
            if (RecordLayout.templateId(made.buffer(), offset) == OrderCommandDecoder.TEMPLATE_ID) {
                add(ORDERS, 1);
            }
        }
    }

    private void add(int figure, long amount) {
        figures.lazySet(figure, figures.get(figure) + amount);
    }
}
