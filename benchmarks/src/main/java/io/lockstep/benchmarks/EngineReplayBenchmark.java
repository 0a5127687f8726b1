package io.lockstep.benchmarks;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.event.RecordChain;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.replay.PastInputs;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.TopOfBookDecoder;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One top-of-book event through the whole engine, seal included, as a replay does it; beside the least that could be done with it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EngineReplayBenchmark {
    private final Quotes quotes = new Quotes();
    private final EngineEvent slot = new EngineEvent();
    private final RecordChain chain = new RecordChain();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final TopOfBookDecoder decoder = new TopOfBookDecoder();
    private EventPublisher publisher = Engines.stepped(new PastInputs());

    /** Builds the engine. */
    @Setup
    public void build() {
        publisher = Engines.stepped(new PastInputs());
    }

    /** Encode, seal, check, five handlers. */
    @Benchmark
    public void throughTheEngine() {
        EngineEvent event = publisher.claim();
        quotes.write(event);
        publisher.publish(event);
    }

    /** Floor: encode, seal and decode, and nothing else. */
    @Benchmark
    public long encodeSealDecode() {
        quotes.write(slot);
        chain.seal(slot.buffer(), 0);
        decoder.wrapAndApplyHeader(slot.buffer(), MESSAGE_OFFSET, header);
        return decoder.bidPrice() + decoder.askPrice();
    }
}
