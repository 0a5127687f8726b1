package io.lockstep.gateway.alpaca.reference;

import io.lockstep.engine.calendar.CalendarCheck.VenueClock;
import io.lockstep.engine.calendar.CalendarCheck.VenueDay;
import io.lockstep.gateway.alpaca.wire.BodyReader;
import io.lockstep.transport.json.JsonCursor;
import io.lockstep.transport.json.JsonKeys;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code GET /v2/clock} and {@code GET /v2/calendar}. Alpaca Trading API, "Calendar" and "Clock", read 2026-11. */
public final class CalendarReader {
    private static final JsonKeys DAY_KEYS = JsonKeys.of("date", "open", "close");
    private static final JsonKeys CLOCK_KEYS = JsonKeys.of("timestamp", "is_open", "next_open", "next_close");

    private final BodyReader reader = new BodyReader();

    /** The trading days of a body; null when it cannot be read. */
    public @Nullable List<VenueDay> days(byte[] body, int length) {
        JsonCursor cursor = reader.wrap(body, 0, length).cursor();
        List<VenueDay> days = new ArrayList<>();
        cursor.beginArray();
        while (cursor.nextElement()) {
            VenueDay day = day(cursor);
            if (day == null) {
                return null;
            }
            days.add(day);
        }
        cursor.finish();
        return cursor.isFaulty() ? null : days;
    }

    /** The clock; null when the body cannot be read. */
    public @Nullable VenueClock clock(byte[] body, int length) {
        long[] times = {BodyReader.MISSING, 0, BodyReader.MISSING, BodyReader.MISSING};
        boolean isOpen = false;
        JsonCursor cursor = reader.wrap(body, 0, length).cursor();
        cursor.beginObject();
        for (int key = cursor.nextKey(CLOCK_KEYS); key != JsonCursor.END; key = cursor.nextKey(CLOCK_KEYS)) {
            switch (key) {
                case 0, 2, 3 -> times[key] = reader.time();
                case 1 -> isOpen = reader.bool();
                default -> cursor.skipValue();
            }
        }
        cursor.finish();
        boolean complete =
                times[0] != BodyReader.MISSING && times[2] != BodyReader.MISSING && times[3] != BodyReader.MISSING;
        return cursor.isFaulty() || !complete ? null : new VenueClock(times[0], isOpen, times[2], times[3]);
    }

    private @Nullable VenueDay day(JsonCursor cursor) {
        String[] texts = {"", "", ""};
        cursor.beginObject();
        for (int key = cursor.nextKey(DAY_KEYS); key != JsonCursor.END; key = cursor.nextKey(DAY_KEYS)) {
            if (key >= 0) {
                texts[key] = reader.textOrEmpty();
            } else {
                cursor.skipValue();
            }
        }
        try {
            return new VenueDay(LocalDate.parse(texts[0]), LocalTime.parse(texts[1]), LocalTime.parse(texts[2]));
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
