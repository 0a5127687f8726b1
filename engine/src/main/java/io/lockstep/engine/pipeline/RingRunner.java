package io.lockstep.engine.pipeline;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.ExceptionHandler;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.TimeoutException;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.EventHandlerGroup;
import com.lmax.disruptor.dsl.ProducerType;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Runs a pipeline on a ring, with one thread for all handlers or one for each. */
public final class RingRunner {
    private static final int SPINS_BEFORE_PARKING = 2_000;

    private final Disruptor<EngineEvent> disruptor;
    private final RingPublisher publisher;
    private final AtomicBoolean failed = new AtomicBoolean();

    /**
     * Builds ring and threads; nothing runs before {@link #start}.
     *
     * @param staged whether each handler has its own thread
     * @param slots slots of the ring, a power of two
     * @param before journal sequence of the last event before this ring
     * @param timed whether events are stamped for latency histograms
     * @param onFailure told of the sequence and the error when a handler throws, once
     */
    public RingRunner(
            Pipeline pipeline,
            boolean staged,
            int slots,
            WaitStrategy waitStrategy,
            long before,
            boolean timed,
            FailureListener onFailure) {
        AtomicInteger threads = new AtomicInteger();
        disruptor = new Disruptor<>(
                EngineEvent::new,
                slots,
                task -> new Thread(task, "lockstep-engine-" + threads.getAndIncrement()),
                ProducerType.MULTI,
                waitStrategy);
        disruptor.setDefaultExceptionHandler(new StopOnFailure(onFailure));
        publisher = new RingPublisher(disruptor.getRingBuffer(), before, timed);
        if (staged) {
            wireStaged(pipeline);
        } else {
            disruptor.handleEventsWith(unlessFailed(pipeline::onEvent));
        }
    }

    /** Starts the threads. */
    public void start() {
        disruptor.start();
    }

    /** The way into the ring. */
    public EventPublisher publisher() {
        return publisher;
    }

    /** A way into the ring that waits for each event to be through. */
    public EventPublisher awaitingPublisher() {
        return new AwaitingPublisher(publisher, this::awaitDrained);
    }

    /**
     * Waits until every published event is through, those included that the engine published to itself meanwhile.
     *
     * @throws IllegalStateException if a handler has failed
     */
    public void awaitDrained() {
        RingBuffer<EngineEvent> ring = disruptor.getRingBuffer();
        for (int spins = 0; ring.getMinimumGatingSequence() < ring.getCursor(); spins++) {
            if (spins < SPINS_BEFORE_PARKING) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(1);
            }
        }
        // handlers that failed let events pass unhandled, so the wait ends in any case
        if (failed.get()) {
            throw new IllegalStateException("a handler has failed");
        }
    }

    /** Slots still free. */
    public long remainingCapacity() {
        return disruptor.getRingBuffer().remainingCapacity();
    }

    /**
     * Handles what is in the ring, then stops the threads.
     *
     * @return whether the ring ran empty in time and no handler has failed
     */
    public boolean stop(long timeoutMs) {
        try {
            disruptor.shutdown(timeoutMs, TimeUnit.MILLISECONDS);
            return !failed.get();
        } catch (TimeoutException stuck) {
            failed.set(true);
            disruptor.halt();
            return false;
        }
    }

    private void wireStaged(Pipeline pipeline) {
        EventHandler<EngineEvent> journal = unlessFailed(pipeline::runJournal);
        EventHandler<EngineEvent> risk = unlessFailed(pipeline::runRisk);
        EventHandlerGroup<EngineEvent> first =
                disruptor.handleEventsWith(journal, unlessFailed(pipeline::runIndicators));
        EventHandler<EngineEvent> strategies = unlessFailed(pipeline::runStrategies);
        first.then(strategies).then(risk);
        disruptor.after(journal, risk).handleEventsWith(unlessFailed(event -> {
            pipeline.runRouting(event);
            pipeline.finish(event);
        }));
    }

    private EventHandler<EngineEvent> unlessFailed(SteppedPublisher.EventSink stage) {
        return (event, slot, endOfBatch) -> {
            if (!failed.get()) {
                stage.handle(event);
            }
        };
    }

    /** Told when a handler throws. */
    public interface FailureListener {
        /** A handler threw at the event of a sequence. */
        void onFailure(long sequence, Throwable failure);
    }

    private final class StopOnFailure implements ExceptionHandler<EngineEvent> {
        private final FailureListener listener;

        StopOnFailure(FailureListener listener) {
            this.listener = listener;
        }

        @Override
        public void handleEventException(Throwable failure, long slot, EngineEvent event) {
            if (failed.compareAndSet(false, true)) {
                listener.onFailure(event.sequence(), failure);
            }
        }

        @Override
        public void handleOnStartException(Throwable failure) {
            handleEventException(failure, 0, new EngineEvent());
        }

        @Override
        public void handleOnShutdownException(Throwable failure) {
            handleEventException(failure, 0, new EngineEvent());
        }
    }
}
