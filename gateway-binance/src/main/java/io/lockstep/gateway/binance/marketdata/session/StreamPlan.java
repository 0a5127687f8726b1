package io.lockstep.gateway.binance.marketdata.session;

import io.lockstep.engine.instrument.InstrumentRequest;
import io.lockstep.gateway.binance.marketdata.BinanceMarketDataSettings;
import io.lockstep.gateway.binance.marketdata.BookStream;
import io.lockstep.gateway.binance.marketdata.LivenessSettings;
import io.lockstep.gateway.binance.marketdata.StreamSettings;
import io.lockstep.gateway.binance.marketdata.TradeStream;
import io.lockstep.gateway.binance.reference.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Names the streams of every instrument and spreads them over sockets. All streams of an instrument on one path share a socket, for its
 * quotes watch over its book.
 *
 * <p>Futures serve quotes, books and single trades at {@code /public}, all else at {@code /market}; a stream on the wrong path is silent.
 * Binance USDⓈ-M Futures, "WebSocket Market Streams", read 2026-11.
 */
final class StreamPlan {
    private final Product product;
    private final BinanceMarketDataSettings settings;
    private final StreamSettings wanted;
    private final LivenessSettings liveness;
    private final boolean binary;

    private StreamPlan(Product product, BinanceMarketDataSettings settings) {
        this.product = product;
        this.settings = settings;
        this.wanted = settings.streams();
        this.liveness = settings.liveness();
        this.binary = settings.isBinary(product);
    }

    /**
     * Plans all sockets of a product.
     *
     * @throws IllegalArgumentException if the product has no stream of what is wanted
     */
    static List<SocketPlan> of(Product product, BinanceMarketDataSettings settings, List<InstrumentRequest> requests) {
        StreamPlan plan = new StreamPlan(product, settings);
        List<SocketPlan> sockets = new ArrayList<>();
        if (product == Product.SPOT) {
            plan.spread("spot", "/stream", requests.stream().map(plan::spot).toList(), sockets);
        } else {
            plan.spread(
                    "public",
                    "/public/stream",
                    requests.stream().map(plan::usdmPublic).toList(),
                    sockets);
            plan.spread(
                    "market",
                    "/market/stream",
                    requests.stream().map(plan::usdmMarket).toList(),
                    sockets);
        }
        return sockets;
    }

    private void spread(String name, String path, List<List<PlannedStream>> groups, List<SocketPlan> into) {
        List<PlannedStream> socket = new ArrayList<>();
        int number = 1;
        for (List<PlannedStream> group : groups) {
            if (!socket.isEmpty() && socket.size() + group.size() > settings.streamsPerSocket()) {
                into.add(new SocketPlan(name + '-' + number++, path, socket));
                socket = new ArrayList<>();
            }
            socket.addAll(group);
        }
        if (!socket.isEmpty()) {
            into.add(new SocketPlan(name + '-' + number, path, socket));
        }
    }

    private List<PlannedStream> spot(InstrumentRequest request) {
        List<PlannedStream> streams = new ArrayList<>();
        addQuotes(streams, request);
        addBook(streams, request);
        if (wanted.trades() != TradeStream.NONE) {
            boolean aggregate = wanted.trades() == TradeStream.AGGREGATE && !binary;
            add(streams, request, aggregate ? "aggTrade" : "trade", liveness.tradesMs(), false);
        }
        addBars(streams, request);
        return streams;
    }

    private List<PlannedStream> usdmPublic(InstrumentRequest request) {
        List<PlannedStream> streams = new ArrayList<>();
        addQuotes(streams, request);
        addBook(streams, request);
        if (wanted.trades() == TradeStream.SINGLE) {
            add(streams, request, "trade", liveness.tradesMs(), false);
        }
        return streams;
    }

    private List<PlannedStream> usdmMarket(InstrumentRequest request) {
        List<PlannedStream> streams = new ArrayList<>();
        if (wanted.trades() == TradeStream.AGGREGATE) {
            add(streams, request, "aggTrade", liveness.tradesMs(), false);
        }
        if (wanted.markPrice()) {
            add(streams, request, "markPrice@1s", liveness.markPriceMs(), false);
        }
        addBars(streams, request);
        if (wanted.liquidations()) {
            add(streams, request, "forceOrder", 0, false);
        }
        return streams;
    }

    private void addQuotes(List<PlannedStream> streams, InstrumentRequest request) {
        if (wanted.quotes()) {
            add(streams, request, binary ? "bestBidAsk" : "bookTicker", liveness.quotesMs(), true);
        }
    }

    private void addBook(List<PlannedStream> streams, InstrumentRequest request) {
        if (wanted.book() != BookStream.NONE) {
            add(streams, request, binary ? binaryBook() : textBook(), liveness.bookMs(), true);
        }
    }

    private String binaryBook() {
        return wanted.book() == BookStream.CHANGES ? "depth" : "depth20";
    }

    private String textBook() {
        int levels = wanted.book().levels();
        return "depth" + (levels == 0 ? "" : levels) + bookInterval();
    }

    /** The interval that a product uses when none is named must not be named. */
    private String bookInterval() {
        int intervalMs = wanted.bookIntervalMs();
        boolean spot = product == Product.SPOT;
        if (intervalMs == (spot ? 1000 : 250)) {
            return "";
        }
        if (intervalMs == 100 || intervalMs == 500 && !spot) {
            return "@" + intervalMs + "ms";
        }
        throw new IllegalArgumentException(
                "product has no book at this interval: product=" + product + ", bookIntervalMs=" + intervalMs);
    }

    private void addBars(List<PlannedStream> streams, InstrumentRequest request) {
        if (!wanted.wantsBars()) {
            return;
        }
        boolean unavailable = binary || product == Product.USDM && wanted.bars().equals("1s");
        if (unavailable) {
            throw new IllegalArgumentException("no such bars: product=" + product + ", encoding=" + settings.encoding()
                    + ", bars=" + wanted.bars());
        }
        add(streams, request, "kline_" + wanted.bars(), liveness.barsMs(), false);
    }

    private static void add(
            List<PlannedStream> streams, InstrumentRequest request, String stream, long silenceMs, boolean pricing) {
        String name = request.symbol().toLowerCase(Locale.ROOT) + '@' + stream;
        streams.add(new PlannedStream(name, request.id(), TimeUnit.MILLISECONDS.toNanos(silenceMs), pricing));
    }
}
