package io.lockstep.launcher.tape.inspect;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.instrument.Definitions;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.DepthKind;
import io.lockstep.engine.sbe.DepthUpdateDecoder;
import io.lockstep.engine.sbe.InstrumentDefinitionDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.TopOfBookDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.DirectBuffer;

/** Reads a tape record by record and tells what is on it. Owned by one thread. */
public final class TapeInspector {
    private final boolean checkBook;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final DepthUpdateDecoder depth = new DepthUpdateDecoder();
    private final TopOfBookDecoder quote = new TopOfBookDecoder();
    private final EventCounts counts = new EventCounts();
    private final Map<Integer, Instrument> instruments = new TreeMap<>();
    private final Map<Integer, UpdateSequence> sequences = new TreeMap<>();
    private final Map<Integer, BookCheck> books = new TreeMap<>();
    private long records;
    private long firstTimeNs = FixedPoint.NULL;
    private long lastTimeNs = FixedPoint.NULL;

    /** @param checkBook whether to rebuild every book and compare its top with the venue's quotes */
    public TapeInspector(boolean checkBook) {
        this.checkBook = checkBook;
    }

    /** Takes the record at {@code offset}. */
    public void see(DirectBuffer buffer, int offset) {
        records++;
        lastTimeNs = RecordLayout.timeNs(buffer, offset);
        firstTimeNs = records == 1 ? lastTimeNs : firstTimeNs;
        counts.see(buffer, offset);
        int message = offset + MESSAGE_OFFSET;
        switch (RecordLayout.templateId(buffer, offset)) {
            case InstrumentDefinitionDecoder.TEMPLATE_ID -> define(Definitions.decode(buffer, message));
            case DepthUpdateDecoder.TEMPLATE_ID -> onDepth(buffer, message);
            case TopOfBookDecoder.TEMPLATE_ID -> onQuote(buffer, message);
            default -> {}
        }
    }

    /** What was found, the tape being over. */
    public TapeContents finish() {
        books.values().forEach(BookCheck::onEnd);
        List<BookMismatch> mismatches = new ArrayList<>();
        books.values().forEach(book -> mismatches.addAll(book.mismatches()));
        return new TapeContents(
                records,
                counts.byType(),
                firstTimeNs,
                lastTimeNs,
                sequences.values().stream().mapToLong(UpdateSequence::gaps).sum(),
                books.values().stream().mapToLong(BookCheck::checks).sum(),
                books.values().stream().mapToLong(BookCheck::matches).sum(),
                mismatches,
                List.copyOf(instruments.values()));
    }

    private void define(Instrument instrument) {
        instruments.put(instrument.id(), instrument);
    }

    private void onDepth(DirectBuffer buffer, int message) {
        depth.wrapAndApplyHeader(buffer, message, header);
        if (depth.kind() == DepthKind.SNAPSHOT) {
            sequence(depth.instrumentId()).restart();
        }
        boolean ends = depth.kind() == DepthKind.DELTA && depth.flags().last();
        boolean follows = !ends || sequence(depth.instrumentId()).accept(depth);
        if (checkBook) {
            book(depth.instrumentId()).onDepth(depth, follows);
        }
    }

    private void onQuote(DirectBuffer buffer, int message) {
        quote.wrapAndApplyHeader(buffer, message, header);
        if (checkBook && quote.updateId() != FixedPoint.NULL) {
            book(quote.instrumentId()).onQuote(quote);
        }
    }

    private UpdateSequence sequence(int instrumentId) {
        return sequences.computeIfAbsent(instrumentId, absent -> new UpdateSequence());
    }

    private BookCheck book(int instrumentId) {
        return books.computeIfAbsent(instrumentId, absent -> new BookCheck());
    }
}
