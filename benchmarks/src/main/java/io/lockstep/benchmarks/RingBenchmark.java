package io.lockstep.benchmarks;

import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.YieldingWaitStrategy;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import io.lockstep.engine.event.EngineEvent;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One event to another thread and the news back that it was taken: the engine's ring beside a blocking queue. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RingBenchmark {
    private static final Integer TOKEN = 1;

    private final Sequence taken = new Sequence();
    private final ArrayBlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1024);
    private final ArrayBlockingQueue<Integer> answers = new ArrayBlockingQueue<>(1024);

    @SuppressWarnings("NullAway.Init") // set up by JMH
    private Disruptor<EngineEvent> disruptor;

    @SuppressWarnings("NullAway.Init") // set up by JMH
    private RingBuffer<EngineEvent> ring;

    private Thread consumer = new Thread();

    /** Starts both consumers. */
    @Setup(Level.Trial)
    public void start() {
        disruptor = new Disruptor<>(
                EngineEvent::new,
                1024,
                task -> new Thread(task, "bench-ring"),
                ProducerType.MULTI,
                new YieldingWaitStrategy());
        disruptor.handleEventsWith((event, sequence, endOfBatch) -> taken.set(sequence));
        ring = disruptor.start();
        consumer = new Thread(this::answer, "bench-queue");
        consumer.setDaemon(true);
        consumer.start();
    }

    /** Stops both. */
    @TearDown(Level.Trial)
    public void stop() {
        disruptor.halt();
        consumer.interrupt();
    }

    /** Ours. */
    @Benchmark
    public long ringThereAndBack() {
        long sequence = ring.next();
        ring.publish(sequence);
        while (taken.get() < sequence) {
            Thread.onSpinWait();
        }
        return sequence;
    }

    /** Baseline. */
    @Benchmark
    public Integer blockingQueueThereAndBack() throws InterruptedException {
        queue.put(TOKEN);
        return answers.take();
    }

    private void answer() {
        try {
            while (true) {
                answers.put(queue.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
