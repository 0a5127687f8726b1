package io.lockstep.gateway.alpaca.marketdata;

import io.lockstep.gateway.alpaca.session.Channel;
import io.lockstep.gateway.alpaca.session.StreamControl;
import io.lockstep.gateway.alpaca.wire.Symbols;
import io.lockstep.transport.json.JsonCursor;
import io.lockstep.transport.json.JsonKeys;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Decodes the rare messages: greetings, errors, subscriptions, headlines. Owned by one decoder; may allocate.
 */
final class ColdMessages {
    private static final int MOST_NEWS_SYMBOLS = 64;

    private static final JsonKeys TYPES = JsonKeys.of("success", "error", "subscription", "n", "i");
    private static final int SUCCESS = 0;
    private static final int ERROR = 1;
    private static final int SUBSCRIPTION = 2;
    private static final int NEWS = 3;
    private static final int IMBALANCE = 4;

    private static final JsonKeys NEWS_KEYS = JsonKeys.of("id", "headline", "created_at", "symbols", "source");
    private static final JsonKeys CHANNELS =
            JsonKeys.of(Arrays.stream(Channel.values()).map(Channel::key).toArray(String[]::new));

    private final JsonCursor cursor = new JsonCursor();
    private final NewsMessage news = new NewsMessage();
    private final int[] newsInstruments = new int[MOST_NEWS_SYMBOLS];
    private final ValueReader values;
    private final MarketDataEvents events;
    private final StreamControl control;
    private final DecodeCounters counters;

    ColdMessages(Symbols symbols, MarketDataEvents events, StreamControl control, DecodeCounters counters) {
        this.values = new ValueReader(cursor, symbols);
        this.events = events;
        this.control = control;
        this.counters = counters;
    }

    /** Decodes one whole message whose grammar has been checked. */
    void decode(byte[] frame, int offset, int length, long receivedNs) {
        values.wrap(frame);
        cursor.wrap(frame, offset, length);
        switch (type()) {
            case SUCCESS -> success(frame, offset, length);
            case ERROR -> error(frame, offset, length);
            case SUBSCRIPTION -> subscription(frame, offset, length);
            case NEWS -> news(frame, offset, length, receivedNs);
            case IMBALANCE -> counters.count(DecodeIssue.NOT_USED);
            default -> counters.count(DecodeIssue.UNKNOWN_TYPE);
        }
    }

    private int type() {
        cursor.beginObject();
        for (int key = cursor.nextKey(); key != JsonCursor.END; key = cursor.nextKey()) {
            if (key == 'T') {
                cursor.readText();
                return TYPES.indexOf(cursor.textBytes(), cursor.textOffset(), cursor.textLength());
            }
            cursor.skipValue();
        }
        return JsonKeys.UNKNOWN;
    }

    private void success(byte[] frame, int offset, int length) {
        String message = "";
        cursor.wrap(frame, offset, length).beginObject();
        for (int key = cursor.nextKey(); key != JsonCursor.END; key = cursor.nextKey()) {
            if (key == ('m' << 16 | 's' << 8 | 'g')) {
                message = text();
            } else {
                cursor.skipValue();
            }
        }
        switch (message) {
            case "connected" -> control.onConnected();
            case "authenticated" -> control.onAuthenticated();
            default -> counters.count(DecodeIssue.UNKNOWN_TYPE);
        }
    }

    private void error(byte[] frame, int offset, int length) {
        int code = 0;
        String message = "";
        cursor.wrap(frame, offset, length).beginObject();
        for (int key = cursor.nextKey(); key != JsonCursor.END; key = cursor.nextKey()) {
            switch (key) {
                case 'c' << 24 | 'o' << 16 | 'd' << 8 | 'e' -> code = (int) cursor.readLong();
                case 'm' << 16 | 's' << 8 | 'g' -> message = text();
                default -> cursor.skipValue();
            }
        }
        control.onError(code, message);
    }

    private void subscription(byte[] frame, int offset, int length) {
        Map<Channel, Set<String>> channels = new EnumMap<>(Channel.class);
        cursor.wrap(frame, offset, length).beginObject();
        for (int key = cursor.nextKey(CHANNELS); key != JsonCursor.END; key = cursor.nextKey(CHANNELS)) {
            if (key == JsonKeys.UNKNOWN) {
                cursor.skipValue();
            } else {
                channels.put(Channel.values()[key], texts());
            }
        }
        if (!cursor.isFaulty()) {
            control.onSubscription(channels);
        }
    }

    private void news(byte[] frame, int offset, int length, long receivedNs) {
        int instruments = 0;
        news.clear();
        cursor.wrap(frame, offset, length).beginObject();
        for (int key = cursor.nextKey(NEWS_KEYS); key != JsonCursor.END; key = cursor.nextKey(NEWS_KEYS)) {
            switch (key) {
                case 0 -> news.id = values.id();
                case 1 -> readHeadline();
                case 2 -> news.publishedNs = values.time();
                case 3 -> instruments = readInstruments();
                case 4 -> values.codeText(news.source);
                default -> cursor.skipValue();
            }
        }
        if (cursor.isFaulty() || news.publishedNs == TickMessage.MISSING || news.headlineLength == 0) {
            counters.count(DecodeIssue.INCOMPLETE);
        } else {
            publishNews(instruments, receivedNs);
        }
    }

    private void publishNews(int instruments, long receivedNs) {
        if (instruments == 0) {
            events.news(Symbols.UNKNOWN, news, receivedNs);
        }
        for (int i = 0; i < instruments; i++) {
            events.news(newsInstruments[i], news, receivedNs);
        }
    }

    private void readHeadline() {
        cursor.readText();
        news.headline(cursor.textBytes(), cursor.textOffset(), cursor.textLength());
    }

    /** Reads the symbols a headline names; number of those that are ours. */
    private int readInstruments() {
        int count = 0;
        cursor.beginArray();
        while (cursor.nextElement()) {
            int id = values.symbol();
            if (id != Symbols.UNKNOWN && count == MOST_NEWS_SYMBOLS) {
                counters.count(DecodeIssue.DROPPED);
            } else if (id != Symbols.UNKNOWN) {
                newsInstruments[count++] = id;
            }
        }
        return count;
    }

    private Set<String> texts() {
        Set<String> texts = new TreeSet<>();
        cursor.beginArray();
        while (cursor.nextElement()) {
            texts.add(text());
        }
        return texts;
    }

    private String text() {
        cursor.readText();
        return new String(cursor.textBytes(), cursor.textOffset(), cursor.textLength(), StandardCharsets.UTF_8);
    }
}
