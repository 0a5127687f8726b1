package io.lockstep.gateway.binance.marketdata;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.gateway.binance.FakePublisher;
import io.lockstep.gateway.binance.TestInstruments;
import io.lockstep.gateway.binance.marketdata.json.MarketDataDecoder;
import io.lockstep.gateway.binance.marketdata.message.DecodeOutcome;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.gateway.binance.reference.SymbolTable;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/** A decoder in front of an encoder in front of a ring that remembers what was published, told as text. */
final class MarketDataFixture {
    static final SymbolTable SYMBOLS = TestInstruments.symbols("BTCUSDT", "ETHUSDT", "BTCUSDT_261225");

    final List<String> stories = new ArrayList<>();
    final FakePublisher publisher = new FakePublisher(this::collect);
    final EventEncoder encoder = new EventEncoder(publisher);
    final MarketDataDecoder decoder;

    MarketDataFixture(Product product) {
        decoder = new MarketDataDecoder(product, SYMBOLS, encoder);
    }

    DecodeOutcome decode(String frame) {
        return decode(frame.getBytes(UTF_8));
    }

    /** Decodes from between foreign bytes, as in a buffer that earlier frames used. */
    DecodeOutcome decode(byte[] frame) {
        byte[] framed = new byte[frame.length + 16];
        java.util.Arrays.fill(framed, (byte) '}');
        System.arraycopy(frame, 0, framed, 8, frame.length);
        return decoder.decode(new UnsafeBuffer(framed), 8, frame.length, 42, 0);
    }

    private void collect(EngineEvent event) {
        stories.add(EventText.of(event));
    }
}
