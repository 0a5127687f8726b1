package io.lockstep.launcher.loopback.feed;

import io.lockstep.launcher.loopback.feed.FeedResult.Books;
import io.lockstep.launcher.tape.inspect.TapeContents;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds what the tapes have, what the venues sent and what reached the ring against each other. */
final class FeedComparison {
    private static final String SNAPSHOT = "depthSnapshot";
    private static final String UPDATE = "depthUpdate";
    private static final List<String> TYPES = List.of("topOfBook", UPDATE, "trade", "markPrice", "liquidation", "bar");

    /** What the gateway counts of messages it keeps from the ring, and what that is called here. */
    private static final Map<String, String> REASONS = Map.of(
            "quotes_conflated", "conflated",
            "duplicates", "seenBefore",
            "events_refused", "refusedByRing",
            "book_updates_ignored", "olderThanBook",
            "book_updates_dropped", "waitingTooLong",
            "frames_open_bar", "openBars",
            "frames_malformed", "unreadable",
            "frames_of_replaced", "ofReplacedSocket");

    private final Map<String, Long> recorded = new TreeMap<>();
    private final Map<String, Long> sent = new TreeMap<>();
    private long tapeChecks;
    private long tapeMatches;

    /** Adds a tape. */
    void tape(TapeContents contents) {
        contents.counts()
                .forEach((type, count) -> recorded.merge(type.equals(SNAPSHOT) ? UPDATE : type, count, Long::sum));
        tapeChecks += contents.bookChecks();
        tapeMatches += contents.bookMatches();
    }

    /** Adds what a venue sent, by stream. */
    void sent(Map<String, Long> byStream) {
        byStream.forEach((stream, count) -> sent.merge(type(stream), count, Long::sum));
    }

    FeedResult result(TapeContents ring, Map<String, Long> gateway, double seconds) {
        List<FeedLine> lines = new ArrayList<>();
        for (String type : TYPES) {
            long played = recorded.getOrDefault(type, 0L);
            long left = sent.getOrDefault(type, 0L);
            long came = ring.counts().getOrDefault(type, 0L);
            if (played > 0 || left > 0 || came > 0) {
                lines.add(new FeedLine(type, played, left, came));
            }
        }
        Map<String, Long> happened = new TreeMap<>(gateway);
        happened.values().removeIf(count -> count == 0);
        return new FeedResult(
                lines,
                counted(gateway),
                ring.counts().getOrDefault("marketDataGap", 0L),
                new Books(tapeChecks, tapeMatches),
                new Books(ring.bookChecks(), ring.bookMatches()),
                happened,
                seconds);
    }

    private static Map<String, Long> counted(Map<String, Long> gateway) {
        Map<String, Long> counted = new LinkedHashMap<>();
        gateway.forEach((name, count) -> {
            String reason = REASONS.get(name.substring(name.lastIndexOf('.') + 1));
            if (reason != null && count > 0) {
                counted.merge(reason, count, Long::sum);
            }
        });
        return counted;
    }

    private static String type(String stream) {
        String kind = stream.substring(stream.indexOf('@') + 1);
        if (kind.startsWith("depth")) {
            return UPDATE;
        }
        if (kind.startsWith("kline")) {
            return "bar";
        }
        return switch (kind) {
            case "bookTicker", "bestBidAsk" -> "topOfBook";
            case "trade", "aggTrade" -> "trade";
            case "forceOrder" -> "liquidation";
            default -> kind.startsWith("markPrice") ? "markPrice" : kind;
        };
    }
}
