package io.lockstep.gateway.binance.session.rest;

import io.lockstep.gateway.binance.orderentry.request.RequestProfile;
import io.lockstep.gateway.binance.orderentry.request.RequestProfile.Channel;
import io.lockstep.gateway.binance.orderentry.request.RequestTemplate;
import io.lockstep.gateway.binance.orderentry.request.SpotRequests;
import io.lockstep.gateway.binance.orderentry.request.UsdmRequests;
import io.lockstep.gateway.binance.session.context.SessionContext;
import java.util.List;
import java.util.Optional;

/** The REST requests that a catch-up makes, by product. */
interface ListRequests {
    /** The venue's time. */
    RequestTemplate time();

    /** Open orders of a symbol, one request for each kind of order. */
    List<RequestTemplate> openOrders(String symbol);

    /** Open orders of all symbols. */
    List<RequestTemplate> allOpenOrders();

    /** The latest orders of a symbol. */
    RequestTemplate recentOrders(String symbol);

    /** The latest fills of a symbol. */
    RequestTemplate recentTrades(String symbol);

    /** The fills of a symbol from a trade id on. */
    RequestTemplate tradesFrom(String symbol);

    /** One order by the venue's id. */
    RequestTemplate orderByVenueId(String symbol);

    /** Balances. */
    RequestTemplate balances();

    /** Positions; a spot account has none. */
    Optional<RequestTemplate> positions();

    /** Funding since a time; a spot account has none. */
    Optional<RequestTemplate> fundingSince();

    /** The requests of a product. */
    static ListRequests of(SessionContext context) {
        RequestProfile profile = context.profile(Channel.REST);
        return context.isSpot() ? new Spot(new SpotRequests(profile)) : new Usdm(new UsdmRequests(profile));
    }

    /** Spot's. */
    record Spot(SpotRequests requests) implements ListRequests {
        @Override
        public RequestTemplate time() {
            return requests.time();
        }

        @Override
        public List<RequestTemplate> openOrders(String symbol) {
            return List.of(requests.openOrders(symbol));
        }

        @Override
        public List<RequestTemplate> allOpenOrders() {
            return List.of(requests.allOpenOrders());
        }

        @Override
        public RequestTemplate recentOrders(String symbol) {
            return requests.recentOrders(symbol);
        }

        @Override
        public RequestTemplate recentTrades(String symbol) {
            return requests.recentTrades(symbol);
        }

        @Override
        public RequestTemplate tradesFrom(String symbol) {
            return requests.tradesFrom(symbol);
        }

        @Override
        public RequestTemplate orderByVenueId(String symbol) {
            return requests.queryByVenueId(symbol);
        }

        @Override
        public RequestTemplate balances() {
            return requests.account();
        }

        @Override
        public Optional<RequestTemplate> positions() {
            return Optional.empty();
        }

        @Override
        public Optional<RequestTemplate> fundingSince() {
            return Optional.empty();
        }
    }

    /** Futures'. */
    record Usdm(UsdmRequests requests) implements ListRequests {
        @Override
        public RequestTemplate time() {
            return requests.time();
        }

        @Override
        public List<RequestTemplate> openOrders(String symbol) {
            return List.of(requests.openOrders(symbol), requests.openAlgos(symbol));
        }

        @Override
        public List<RequestTemplate> allOpenOrders() {
            return List.of(requests.allOpenOrders(), requests.allOpenAlgos());
        }

        @Override
        public RequestTemplate recentOrders(String symbol) {
            return requests.recentOrders(symbol);
        }

        @Override
        public RequestTemplate recentTrades(String symbol) {
            return requests.recentTrades(symbol);
        }

        @Override
        public RequestTemplate tradesFrom(String symbol) {
            return requests.tradesFrom(symbol);
        }

        @Override
        public RequestTemplate orderByVenueId(String symbol) {
            return requests.queryByVenueId(symbol);
        }

        @Override
        public RequestTemplate balances() {
            return requests.balance();
        }

        @Override
        public Optional<RequestTemplate> positions() {
            return Optional.of(requests.positions());
        }

        @Override
        public Optional<RequestTemplate> fundingSince() {
            return Optional.of(requests.fundingSince());
        }
    }
}
