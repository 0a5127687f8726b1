package io.lockstep.gateway.binance;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.VenueAdmin;
import io.lockstep.engine.port.VenueException;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.engine.sbe.TradingStatusKind;
import io.lockstep.gateway.binance.orderentry.request.ClientOrderId;
import io.lockstep.gateway.binance.orderentry.request.OrderKind;
import io.lockstep.gateway.binance.orderentry.request.RequestProfile;
import io.lockstep.gateway.binance.orderentry.request.RequestProfile.Channel;
import io.lockstep.gateway.binance.orderentry.request.RequestTemplate;
import io.lockstep.gateway.binance.orderentry.request.RequestValues;
import io.lockstep.gateway.binance.reference.ExchangeInfo;
import io.lockstep.gateway.binance.reference.ExchangeInfoParser;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.gateway.binance.reference.ServerClock;
import io.lockstep.gateway.binance.reference.SymbolRules;
import io.lockstep.gateway.binance.session.context.RateBudget;
import io.lockstep.gateway.binance.session.context.VenueClock;
import io.lockstep.gateway.binance.session.rest.RestClient;
import io.lockstep.transport.ApiKey;
import io.lockstep.transport.Transport;
import io.lockstep.transport.http.HttpClient;
import io.lockstep.transport.http.HttpSettings;
import io.lockstep.transport.json.JsonFormatException;
import io.lockstep.transport.json.JsonValue;
import io.lockstep.transport.net.TransportCounters;
import io.lockstep.transport.ratelimit.Priority;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.agrona.concurrent.EpochNanoClock;
import org.jspecify.annotations.Nullable;

/**
 * One account at Binance by hand, over REST alone and on a connection of its own: no engine, no stream, no other state. What reads like an
 * order sent by this class carries run id 0. One thread at a time.
 */
public final class BinanceAdmin implements VenueAdmin {
    private static final int UNKNOWN_ORDER = -2011;
    private static final int BIPS = 10_000;
    private static final int CLOCK_SAMPLES = 3;

    private final Product product;
    private final BinanceSettings settings;
    private final List<String> symbols;
    private final HttpClient http;
    private final RestClient client;
    private final VenueClock clock;
    private final AdminRequests requests;
    private final RequestValues values = new RequestValues();
    private @Nullable ExchangeInfo info;

    /**
     * Opens a connection.
     *
     * @param symbols the configured ones, whose base assets count as positions on spot
     * @param transport makes the connection; shared with others, not closed here
     * @param nanoClock our time, UTC
     */
    public BinanceAdmin(
            Product product,
            BinanceSettings settings,
            ApiKey key,
            List<String> symbols,
            Transport transport,
            EpochNanoClock nanoClock) {
        this.product = product;
        this.settings = settings;
        this.symbols = List.copyOf(symbols);
        this.clock = new VenueClock(nanoClock);
        this.http = transport.http(settings.restEndpoint(), HttpSettings.DEFAULT, new TransportCounters());
        RateBudget budget = new RateBudget(RateBudget.documented(product), 0);
        this.client =
                new RestClient(http, key, budget, clock, settings.requests().answerDeadlineMs());
        this.requests = AdminRequests.of(
                product,
                new RequestProfile(
                        Channel.REST,
                        key.id(),
                        settings.requests().recvWindowMs(),
                        settings.requests().responseType()));
    }

    @Override
    public List<OpenOrder> openOrders() {
        return reading(() -> requests.openOrders().stream()
                .flatMap(request -> ask(request).elements().stream())
                .map(AdminRows::order)
                .toList());
    }

    @Override
    public List<OpenPosition> positions() {
        return reading(() -> product == Product.SPOT
                ? AdminRows.holdings(ask(requests.account()), configured())
                : AdminRows.positions(ask(requests.positions())));
    }

    @Override
    public List<Balance> balances() {
        return reading(() -> product == Product.SPOT
                ? AdminRows.spotBalances(ask(requests.account()))
                : AdminRows.wallets(ask(requests.balances())));
    }

    @Override
    public void cancelAll(String symbol) {
        requests.cancelAll(symbol).forEach(this::cancelUnlessGone);
    }

    @Override
    public void cancel(OpenOrder order) {
        boolean conditional = order.venueOrderId().startsWith("A");
        values.venueOrderId(Long.parseLong(conditional ? order.venueOrderId().substring(1) : order.venueOrderId()));
        cancelUnlessGone(conditional ? requests.cancelConditional() : requests.cancel(order.symbol()));
    }

    @Override
    public void close(OpenPosition position, int collarBps) {
        SymbolRules rules = rulesOf(position.symbol());
        Side side = position.quantity() > 0 ? Side.SELL : Side.BUY;
        if (product == Product.SPOT && side == Side.BUY) {
            throw new VenueException("a spot holding cannot be short: symbol=" + position.symbol(), 0);
        }
        long quantity = FixedPoint.floorToStep(
                Math.abs(position.quantity()), rules.lot().stepSize());
        if (quantity < Math.max(1, rules.lot().min())) {
            throw new VenueException(
                    "smaller than the venue takes: symbol=" + position.symbol() + ", quantity="
                            + FixedPoint.format(Math.abs(position.quantity())) + ", least="
                            + FixedPoint.format(rules.lot().min()),
                    0);
        }
        OrderKind kind =
                new OrderKind(side, OrderType.LIMIT, TimeInForce.IOC, product == Product.USDM, false, false, false);
        RequestTemplate order =
                requests.newOrder(position.symbol(), kind, settings.requests().stp());
        values.priceAndQuantity(collared(position.symbol(), side, collarBps, rules), quantity);
        askNamed(order, ClientOrderId.ORDER);
    }

    @Override
    public Health health() {
        List<String> findings = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        long roundTripNs = measureClock();
        if (Math.abs(clock.offsetNs()) > ServerClock.LARGEST_OFFSET_NS) {
            findings.add(
                    "the clock is too far from the venue's for new orders: offsetMs=" + clock.offsetNs() / 1_000_000);
        }
        return reading(() -> {
            boolean canTrade = ask(requests.account()).flag("canTrade", product == Product.USDM);
            boolean canWithdraw = readKeyRights(findings, notes);
            readPositionMode(findings);
            configured().stream()
                    .filter(rules -> rules.status() != TradingStatusKind.TRADING)
                    .forEach(rules -> findings.add(rules.symbol() + " is not trading: status=" + rules.statusText()));
            return new Health(clock.offsetNs(), roundTripNs, canTrade, canWithdraw, findings, notes);
        });
    }

    /** {@inheritDoc} Spot numbers its accounts; futures know them by an alias only. */
    @Override
    public String accountId() {
        return reading(() -> product == Product.SPOT
                ? ask(requests.account()).text("uid")
                : ask(requests.balances()).elements().stream()
                        .map(row -> row.text("accountAlias", ""))
                        .findFirst()
                        .orElse(""));
    }

    @Override
    public void close() {
        http.close();
    }

    private long measureClock() {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < CLOCK_SAMPLES; i++) {
            long sentNs = clock.nowNs();
            long serverMs = ask(requests.time()).number("serverTime");
            long receivedNs = Math.max(sentNs, clock.nowNs());
            clock.addSample(sentNs, receivedNs, serverMs);
            best = Math.min(best, receivedNs - sentNs);
        }
        return best;
    }

    /** Binance Wallet API, "Get API Key Permission": only on the production host of spot. */
    private boolean readKeyRights(List<String> findings, List<String> notes) {
        RequestTemplate request = requests.keyRights();
        if (request == null) {
            notes.add("futures do not tell whether the key may withdraw: look at the key's page");
            return false;
        }
        try {
            JsonValue rights = ask(request);
            if (!rights.flag("ipRestrict", false)) {
                findings.add("the key works from any address: restrict it to this one");
            }
            return rights.flag("enableWithdrawals", false);
        } catch (VenueException e) {
            notes.add("this host does not tell whether the key may withdraw: " + e.getMessage());
            return false;
        }
    }

    private void readPositionMode(List<String> findings) {
        RequestTemplate request = requests.positionMode();
        if (request != null && ask(request).flag("dualSidePosition", false)) {
            findings.add("the account is in hedge mode, which cannot be traded here");
        }
    }

    /** The best price of the other side, worsened by the collar, on a tick towards us. */
    private long collared(String symbol, Side side, int collarBps, SymbolRules rules) {
        JsonValue best = ask(requests.bestPrices(symbol));
        long price = AdminRows.number(best, side == Side.SELL ? "bidPrice" : "askPrice");
        long tick = rules.price().tickSize();
        long change = price / BIPS * collarBps;
        return side == Side.SELL
                ? Math.max(tick, FixedPoint.ceilToStep(price - change, tick))
                : FixedPoint.floorToStep(price + change, tick);
    }

    private List<SymbolRules> configured() {
        return symbols.stream().map(this::rulesOf).toList();
    }

    private SymbolRules rulesOf(String symbol) {
        ExchangeInfo known = info;
        if (known == null) {
            known = ExchangeInfoParser.parse(product, ask(requests.exchangeInfo()));
            info = known;
        }
        return known.symbol(symbol)
                .orElseThrow(() -> new VenueException("no such symbol at the venue: symbol=" + symbol, 0));
    }

    private void cancelUnlessGone(RequestTemplate request) {
        try {
            askNamed(request, ClientOrderId.CANCEL);
        } catch (VenueException e) {
            if (e.venueCode() != UNKNOWN_ORDER) {
                throw e;
            }
        }
    }

    private void askNamed(RequestTemplate request, char purpose) {
        values.order(purpose, 0, clock.nowNs());
        JsonValue unused = client.ask(request, values, Priority.CANCEL);
    }

    private JsonValue ask(RequestTemplate request) {
        return client.ask(request, values, Priority.CANCEL);
    }

    /** An answer of another shape than documented is the venue's failure, not a bug to end the program with. */
    private static <T> T reading(Supplier<T> reader) {
        try {
            return reader.get();
        } catch (JsonFormatException | ArithmeticException e) {
            throw new VenueException("answer cannot be used", e);
        }
    }
}
