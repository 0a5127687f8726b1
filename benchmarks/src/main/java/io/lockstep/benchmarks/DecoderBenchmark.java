package io.lockstep.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.gateway.binance.marketdata.EventEncoder;
import io.lockstep.gateway.binance.marketdata.json.MarketDataDecoder;
import io.lockstep.gateway.binance.marketdata.message.DecodeOutcome;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.gateway.binance.reference.SymbolTable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Binance frames from bytes to the ring slot, 64 different ones in turn, in an array as the socket's reader hands them over. Beside it: a
 * scan written by hand for exactly these frames, which makes the same numbers and checks little; and Jackson's reused non-blocking parser,
 * once making the same numbers, once only finding tokens.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecoderBenchmark {
    /** Kind of frame. */
    @Param({"bookTicker", "spotBookTicker", "depth40"})
    public String frame = "bookTicker";

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[0]);
    private final FrameScan scan = new FrameScan();
    private MarketDataDecoder decoder = decoderOf(Product.USDM);
    private FrameSet frames = FrameSet.of("bookTicker");
    private int next;

    @SuppressWarnings("NullAway.Init") // set up by JMH
    private JsonParser parser;

    /** Writes the frames and checks that every way reads the same numbers. */
    @Setup
    public void write() throws IOException {
        frames = FrameSet.of(frame);
        buffer.wrap(frames.bytes());
        decoder = decoderOf(frame.startsWith("spot") ? Product.SPOT : Product.USDM);
        parser = JsonFactory.builder().build().createNonBlockingByteArrayParser();
        for (int i = 0; i < FrameSet.COUNT; i++) {
            boolean delivered = lockstep() == DecodeOutcome.DELIVERED;
            next = i;
            long byHand = handWritten();
            next = i;
            long byJackson = jackson();
            if (!delivered || byHand != byJackson) {
                throw new IllegalStateException("frames are not read alike: frame=" + frame + ", index=" + i);
            }
            next = i + 1;
        }
    }

    /** Ours: any form of frame is accepted, every byte checked, exact decimals in a ring slot. */
    @Benchmark
    public DecodeOutcome lockstep() {
        int i = next++ & FrameSet.COUNT - 1;
        return decoder.decode(buffer, frames.start(i), frames.length(i), 1);
    }

    /** Floor: numbers made in one loop over the bytes, for frames of this form alone; no slot. */
    @Benchmark
    public long handWritten() {
        int i = next++ & FrameSet.COUNT - 1;
        return scan.read(frames.bytes(), frames.start(i), frames.length(i));
    }

    /** Baseline: the same numbers through Jackson; no slot. */
    @Benchmark
    public long jackson() throws IOException {
        feed();
        long sum = 0;
        int depth = 0;
        do {
            JsonToken token = parser.nextToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token == JsonToken.VALUE_NUMBER_INT) {
                sum += parser.getLongValue();
            } else if (token == JsonToken.VALUE_STRING) {
                sum += FrameScan.decimal(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
            }
        } while (depth > 0);
        return sum;
    }

    /** Baseline: tokens and the first letter of each text, no numbers made. */
    @Benchmark
    public int jacksonTokens() throws IOException {
        feed();
        int sum = 0;
        int depth = 0;
        do {
            JsonToken token = parser.nextToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            sum += token == JsonToken.VALUE_STRING ? parser.getTextCharacters()[parser.getTextOffset()] : 0;
        } while (depth > 0);
        return sum;
    }

    private void feed() throws IOException {
        int i = next++ & FrameSet.COUNT - 1;
        ByteArrayFeeder feeder = (ByteArrayFeeder) parser.getNonBlockingInputFeeder();
        feeder.feedInput(frames.bytes(), frames.start(i), frames.start(i) + frames.length(i));
    }

    private static MarketDataDecoder decoderOf(Product product) {
        return new MarketDataDecoder(product, SymbolTable.of(List.of(Quotes.BTCUSDT)), new EventEncoder(new OneSlot()));
    }

    /** Takes every event into the same slot. */
    private static final class OneSlot implements EventPublisher {
        private final EngineEvent event = new EngineEvent();

        @Override
        public @Nullable EngineEvent tryClaim() {
            return event;
        }

        @Override
        public EngineEvent claim() {
            return event;
        }

        @Override
        public void publish(EngineEvent published) {
            // the slot is free again
        }
    }
}
