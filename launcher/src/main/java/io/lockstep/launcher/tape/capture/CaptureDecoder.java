package io.lockstep.launcher.tape.capture;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.gateway.binance.marketdata.EventEncoder;
import io.lockstep.gateway.binance.marketdata.json.MarketDataDecoder;
import io.lockstep.gateway.binance.marketdata.message.DecodeOutcome;
import io.lockstep.gateway.binance.marketdata.message.MarketDataHandler;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.gateway.binance.reference.SymbolTable;
import io.lockstep.launcher.tape.format.LineDecoder;
import io.lockstep.launcher.tape.format.LineOutcome;
import io.lockstep.launcher.tape.format.SymbolRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the lines of a capture: when the frame was received in nanoseconds since the epoch, a blank, the frame. A frame is a combined
 * stream's, a raw stream's, or the answer to a REST request for a snapshot.
 */
public final class CaptureDecoder implements LineDecoder {
    /** Stands for the instrument of a snapshot that names none. */
    static final int UNASSIGNED = Integer.MAX_VALUE;

    private static final int MOST_DIGITS = 18;

    private final Product product;
    private final SymbolRegistry registry;
    private final MarketDataHandler handler;
    private final @Nullable DepthSequencer sequencer;
    private final UnsafeBuffer buffer = new UnsafeBuffer(0, 0);
    private MarketDataDecoder frames;

    private CaptureDecoder(
            Product product, SymbolRegistry registry, MarketDataHandler handler, @Nullable DepthSequencer sequencer) {
        this.product = product;
        this.registry = registry;
        this.handler = handler;
        this.sequencer = sequencer;
        this.frames = frames();
    }

    /** A decoder for the first reading: registers symbols and fills the plan. */
    public static CaptureDecoder learning(
            Product product, SymbolRegistry registry, SnapshotPlan plan, EventPublisher out) {
        return new CaptureDecoder(product, registry, new DepthSurvey(plan, new EventEncoder(out)), null);
    }

    /** A decoder for the second reading, by what the first one learned. */
    public static CaptureDecoder following(
            Product product, SymbolRegistry registry, SnapshotPlan plan, EventPublisher out) {
        plan.follow();
        DepthSequencer sequencer = new DepthSequencer(product, plan, new EventEncoder(out));
        return new CaptureDecoder(product, registry, sequencer, sequencer);
    }

    @Override
    public LineOutcome decode(byte[] line, int offset, int length) {
        if (length == 0) {
            return LineOutcome.BLANK;
        }
        int end = offset + length;
        int json = offset;
        long receivedNs = 0;
        while (json < end && line[json] >= '0' && line[json] <= '9' && json - offset <= MOST_DIGITS) {
            receivedNs = receivedNs * 10 + (line[json++] - '0');
        }
        if (json == offset || json == end || line[json] != ' ' || receivedNs <= 0) {
            return LineOutcome.NO_RECEIVE_TIME;
        }
        return decodeFrame(line, json + 1, end, receivedNs);
    }

    private LineOutcome decodeFrame(byte[] line, int from, int end, long receivedNs) {
        buffer.wrap(line);
        DecodeOutcome outcome = frames.decode(buffer, from, end - from, receivedNs, UNASSIGNED);
        if (outcome == DecodeOutcome.UNKNOWN_SYMBOL && register(line, from, end)) {
            outcome = frames.decode(buffer, from, end - from, receivedNs, UNASSIGNED);
        }
        return lineOutcome(outcome);
    }

    private LineOutcome lineOutcome(DecodeOutcome outcome) {
        return switch (outcome) {
            case DELIVERED -> sequencer == null ? LineOutcome.ACCEPTED : sequencer.takeOutcome();
            case OPEN_BAR -> LineOutcome.OPEN_BAR;
            case CONTROL -> LineOutcome.CONTROL;
            case OTHER_EVENT, SERVER_SHUTDOWN -> LineOutcome.OTHER_EVENT;
            case UNKNOWN_SYMBOL -> LineOutcome.UNKNOWN_SYMBOL;
            case MISSING_FIELD -> LineOutcome.MISSING_FIELD;
            case INVALID_VALUE -> LineOutcome.OUT_OF_RANGE;
            case WRONG_EVENT -> LineOutcome.WRONG_EVENT;
            case MALFORMED -> LineOutcome.MALFORMED;
            case REFUSED -> throw new IllegalStateException("an import has no ring that could be full");
        };
    }

    /** Gives the frame's symbol an id; false if the frame shows none. */
    private boolean register(byte[] line, int from, int end) {
        Optional<String> symbol = FrameSymbol.find(line, from, end);
        if (symbol.isEmpty()) {
            return false;
        }
        AssetClass assetClass = product == Product.SPOT ? AssetClass.SPOT : AssetClass.PERPETUAL;
        registry.idOf(symbol.get(), product.venue(), assetClass);
        frames = frames();
        return true;
    }

    private MarketDataDecoder frames() {
        List<Instrument> known = new ArrayList<>();
        List<SymbolRegistry.Entry> entries = registry.entries();
        for (int id = 0; id < entries.size(); id++) {
            if (entries.get(id).venue() == product.venue()) {
                known.add(named(id, entries.get(id)));
            }
        }
        return new MarketDataDecoder(product, SymbolTable.of(known), handler);
    }

    /** Only id and symbol matter here: the steps are learned from what is decoded. */
    private static Instrument named(int id, SymbolRegistry.Entry entry) {
        long one = FixedPoint.ONE;
        return new Instrument(
                id, entry.venue(), entry.assetClass(), entry.symbol(), "BASE", "QUOTE", 1, 1, 1, one, 0, one, 0, 0);
    }
}
