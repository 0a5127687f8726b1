package io.lockstep.launcher.doctor;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.TopOfBookDecoder;
import io.lockstep.engine.sbe.TradeDecoder;
import io.lockstep.launcher.venue.EventPool;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Waits for the first price of each instrument: a quote's bid, or a trade. Gateways publish from any number of threads. */
final class FirstPrices implements EventPublisher {
    private final EventPool pool = new EventPool();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final TopOfBookDecoder quote = new TopOfBookDecoder();
    private final TradeDecoder trade = new TradeDecoder();
    private final Map<Integer, Long> prices = new TreeMap<>();
    private final int wanted;

    /** @param wanted how many instruments there are */
    FirstPrices(int wanted) {
        this.wanted = wanted;
    }

    @Override
    public EngineEvent tryClaim() {
        return pool.take();
    }

    @Override
    public EngineEvent claim() {
        return pool.take();
    }

    @Override
    public void publish(EngineEvent event) {
        see(event);
        pool.give(event);
    }

    /**
     * The prices, as soon as every instrument has one.
     *
     * @param patienceNs how long to wait at most; then those that came
     */
    synchronized Map<Integer, Long> await(long patienceNs) throws InterruptedException {
        long deadlineNs = System.nanoTime() + patienceNs;
        long leftNs = patienceNs;
        while (prices.size() < wanted && leftNs > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, leftNs);
            leftNs = deadlineNs - System.nanoTime();
        }
        return new TreeMap<>(prices);
    }

    private synchronized void see(EngineEvent event) {
        switch (event.templateId()) {
            case TopOfBookDecoder.TEMPLATE_ID -> {
                quote.wrapAndApplyHeader(event.buffer(), RecordLayout.MESSAGE_OFFSET, header);
                keep(quote.instrumentId(), quote.bidPrice());
            }
            case TradeDecoder.TEMPLATE_ID -> {
                trade.wrapAndApplyHeader(event.buffer(), RecordLayout.MESSAGE_OFFSET, header);
                keep(trade.instrumentId(), trade.price());
            }
            default -> {}
        }
    }

    private synchronized void keep(int instrumentId, long price) {
        if (price > 0 && prices.putIfAbsent(instrumentId, price) == null) {
            notifyAll();
        }
    }
}
