package io.lockstep.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import com.fasterxml.jackson.core.async.NonBlockingInputFeeder;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.gateway.binance.marketdata.DecodeOutcome;
import io.lockstep.gateway.binance.marketdata.EventEncoder;
import io.lockstep.gateway.binance.marketdata.json.MarketDataDecoder;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.gateway.binance.reference.SymbolTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/** Binance frames from bytes to the ring slot; beside Jackson's reused non-blocking parser, which only finds the tokens and reads the texts. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecoderBenchmark {
    private static final int DEPTH_CHANGES = 40;

    /** Kind of frame. */
    @Param({"bookTicker", "depth40"})
    public String frame = "bookTicker";

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[0]);
    private final MarketDataDecoder decoder = new MarketDataDecoder(
            Product.USDM, SymbolTable.of(List.of(Quotes.BTCUSDT)), new EventEncoder(new OneSlot()));

    @SuppressWarnings("NullAway.Init") // set up by JMH
    private JsonParser parser;

    private byte[] bytes = new byte[0];

    /** Writes the frame. */
    @Setup
    public void write() throws IOException {
        bytes = (frame.equals("bookTicker") ? bookTicker() : depth()).getBytes(StandardCharsets.US_ASCII);
        buffer.wrap(bytes);
        parser = JsonFactory.builder().build().createNonBlockingByteArrayParser();
        if (lockstep() != DecodeOutcome.DELIVERED) {
            throw new IllegalStateException("the frame is not decoded: " + frame);
        }
    }

    /** Ours: exact decimals in a ring slot. */
    @Benchmark
    public DecodeOutcome lockstep() {
        return decoder.decode(buffer, 0, bytes.length, 1);
    }

    /** Baseline: tokens and texts only, no numbers made, nothing encoded. */
    @Benchmark
    public int jacksonTokens() throws IOException {
        NonBlockingInputFeeder feeder = parser.getNonBlockingInputFeeder();
        ((ByteArrayFeeder) feeder).feedInput(bytes, 0, bytes.length);
        int sum = 0;
        int depth = 0;
        do {
            JsonToken token = parser.nextToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            sum += token == JsonToken.VALUE_STRING ? parser.getTextCharacters()[parser.getTextOffset()] : 0;
        } while (depth > 0);
        return sum;
    }

    private static String bookTicker() {
        return "{\"e\":\"bookTicker\",\"u\":5123107837600,\"s\":\"BTCUSDT\",\"b\":\"61800.20\",\"B\":\"2.507\","
                + "\"a\":\"61800.30\",\"A\":\"3.330\",\"T\":1723161256298,\"E\":1723161256299}";
    }

    private static String depth() {
        StringBuilder levels = new StringBuilder();
        for (int i = 0; i < DEPTH_CHANGES / 2; i++) {
            levels.append(i == 0 ? "" : ",")
                    .append("[\"618")
                    .append(10 + i)
                    .append(".20\",\"1.")
                    .append(i)
                    .append("7\"]");
        }
        return "{\"e\":\"depthUpdate\",\"E\":1723161256299,\"T\":1723161256298,\"s\":\"BTCUSDT\",\"U\":5123107832006,"
                + "\"u\":5123107837557,\"pu\":5123107831937,\"b\":[" + levels + "],\"a\":[" + levels + "]}";
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
