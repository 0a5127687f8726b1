package io.lockstep.gateway.alpaca.marketdata;

import io.lockstep.gateway.alpaca.wire.RestRequest;
import io.lockstep.gateway.alpaca.wire.RestRequest.Method;
import java.util.List;

/**
 * Writes the requests for past data. Alpaca Market Data API, "Historical stock data" and "Historical crypto data", read 2026-11. Owned by
 * one thread; the request returned is the same object every time.
 */
public final class DataRequests {
    private static final String PAGE_SIZE = "&limit=10000&sort=asc&start=";

    private final RestRequest request = new RestRequest();
    private final boolean crypto;
    private final String feed;

    /**
     * Requests for stocks.
     *
     * @param feed {@code iex} or {@code sip}
     */
    public static DataRequests stocks(String feed) {
        return new DataRequests(false, feed);
    }

    /** Requests for crypto. */
    public static DataRequests crypto() {
        return new DataRequests(true, "");
    }

    private DataRequests(boolean crypto, String feed) {
        this.crypto = crypto;
        this.feed = feed;
    }

    /**
     * Lists trades from a time on, oldest first.
     *
     * @param start RFC 3339 in UTC, included
     * @param pageToken token of the page, empty for the first
     */
    public RestRequest trades(List<String> symbols, String start, String pageToken) {
        return page(begin("/trades", symbols), start, pageToken);
    }

    /** Lists minute bars from a time on, oldest first; as {@link #trades}. */
    public RestRequest bars(List<String> symbols, String start, String pageToken) {
        return page(begin("/bars", symbols).append("&timeframe=1Min"), start, pageToken);
    }

    /** The latest trade of each symbol. */
    public RestRequest latestTrades(List<String> symbols) {
        return crypto ? begin("/latest/trades", symbols) : begin("/trades/latest", symbols);
    }

    private RestRequest begin(String what, List<String> symbols) {
        request.begin(Method.GET, crypto ? "/v1beta3/crypto/us" : "/v2/stocks")
                .append(what)
                .append("?symbols=")
                .appendSymbols(symbols);
        return feed.isEmpty() ? request : request.append("&feed=").append(feed);
    }

    private static RestRequest page(RestRequest request, String start, String pageToken) {
        request.append(PAGE_SIZE).append(start);
        return pageToken.isEmpty() ? request : request.append("&page_token=").append(pageToken);
    }
}
