package io.lockstep.launcher.print;

import io.lockstep.engine.event.RecordLayout;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.agrona.DirectBuffer;
import uk.co.real_logic.sbe.ir.Ir;
import uk.co.real_logic.sbe.ir.Token;
import uk.co.real_logic.sbe.otf.OtfHeaderDecoder;
import uk.co.real_logic.sbe.otf.OtfMessageDecoder;
import uk.co.real_logic.sbe.xml.IrGenerator;
import uk.co.real_logic.sbe.xml.ParserOptions;
import uk.co.real_logic.sbe.xml.XmlSchemaParser;

/**
 * Reads any record of a journal into named values: prices and quantities as decimals, times as UTC instants, codes as words; what is absent
 * is left out. Used by one thread.
 */
public final class EventReader {
    private static final String SCHEMA = "/sbe/lockstep-events.xml";

    private final Ir schema = parse();
    private final OtfHeaderDecoder header = new OtfHeaderDecoder(schema.headerStructure());
    private final MessageValues values = new MessageValues();

    /** Reads the record at {@code offset}: sequence, time and type first, then its fields in the schema's order. */
    public Map<String, Object> read(DirectBuffer buffer, int offset) {
        int message = offset + RecordLayout.MESSAGE_OFFSET;
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("sequence", RecordLayout.sequence(buffer, offset));
        event.put("time", instant(RecordLayout.timeNs(buffer, offset)));
        List<Token> tokens = schema.getMessage(header.getTemplateId(buffer, message));
        if (tokens == null) {
            event.put("type", "template" + header.getTemplateId(buffer, message));
            return event;
        }
        String name = tokens.get(0).name();
        event.put("type", name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
        values.begin(event);
        OtfMessageDecoder.decode(
                buffer,
                message + header.encodedLength(),
                header.getSchemaVersion(buffer, message),
                header.getBlockLength(buffer, message),
                tokens,
                values);
        return event;
    }

    /** Names of all message types, as {@link #read} gives them. */
    public List<String> types() {
        return schema.messages().stream()
                .map(tokens -> tokens.get(0).name())
                .map(name -> name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1))
                .sorted()
                .toList();
    }

    /** A UTC instant from nanoseconds. */
    public static String instant(long timeNs) {
        return Instant.ofEpochSecond(0, timeNs).toString();
    }

    private static Ir parse() {
        try (InputStream xml = EventReader.class.getResourceAsStream(SCHEMA)) {
            if (xml == null) {
                throw new IllegalStateException("the program lacks its event schema: resource=" + SCHEMA);
            }
            ParserOptions options = ParserOptions.builder()
                    .stopOnError(true)
                    .suppressOutput(true)
                    .build();
            return new IrGenerator().generate(XmlSchemaParser.parse(xml, options));
        } catch (IOException e) {
            throw new UncheckedIOException("event schema cannot be read", e);
        } catch (RuntimeException e) { // not to be taken for what the parser declares
            throw e;
        } catch (Exception e) { // the schema parser declares no less
            throw new IllegalStateException("event schema cannot be parsed", e);
        }
    }
}
