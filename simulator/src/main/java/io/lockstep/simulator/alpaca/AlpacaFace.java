package io.lockstep.simulator.alpaca;

import io.lockstep.simulator.alpaca.api.ApiCall;
import io.lockstep.simulator.alpaca.api.ApiError;
import io.lockstep.simulator.alpaca.api.ApiKey;
import io.lockstep.simulator.alpaca.api.EndpointTable;
import io.lockstep.simulator.alpaca.api.Fields;
import io.lockstep.simulator.alpaca.api.KeyRing;
import io.lockstep.simulator.alpaca.api.RequestBudget;
import io.lockstep.simulator.alpaca.api.RequestFault;
import io.lockstep.simulator.alpaca.feed.DataFeed;
import io.lockstep.simulator.alpaca.stream.EventSession;
import io.lockstep.simulator.alpaca.stream.TradingSession;
import io.lockstep.simulator.wire.HttpCall;
import io.lockstep.simulator.wire.HttpReply;
import io.lockstep.simulator.wire.SocketPeer;
import io.lockstep.simulator.wire.SocketSession;
import io.lockstep.simulator.wire.WireFace;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Alpaca on a port: trading and data REST, {@code /stream}, server-sent events, and the data streams. */
final class AlpacaFace implements WireFace {
    private static final int DATA_REQUESTS_PER_MINUTE = 10_000;
    private static final String EVENTS = "/v2/events/trades";

    private final AlpacaVenue venue;
    private final EndpointTable table;
    private final RequestBudget tradingBudget;
    private final RequestBudget dataBudget = new RequestBudget(DATA_REQUESTS_PER_MINUTE);
    private final boolean binaryFrames;
    private final AlpacaFaults faults;
    private long lastRequest;

    AlpacaFace(AlpacaVenue venue, EndpointTable table, AlpacaSimulatorSettings settings) {
        this.venue = venue;
        this.table = table;
        this.tradingBudget = new RequestBudget(settings.paper().requestsPerMinute());
        this.binaryFrames = settings.streams().binaryFrames();
        this.faults = new AlpacaFaults(venue);
    }

    @Override
    public void onRequest(HttpCall call, Consumer<HttpReply> answer) {
        RequestFault fault = venue.requestFaults().take(call);
        if (fault == null) {
            answer.accept(reply(call));
        } else {
            goWrong(fault, call, answer);
        }
    }

    @Override
    public boolean isEventStream(HttpCall call) {
        return call.path().equals(EVENTS);
    }

    @Override
    public @Nullable HttpReply refusal(HttpCall call) {
        if (faults.isBanned()) {
            return AlpacaFaults.tooMany();
        }
        ApiKey key = venue.keys().find(call);
        if (call.path().equals(EVENTS)) {
            return key == null ? refused(call) : checkEvents(call);
        }
        boolean second =
                call.path().equals("/stream") && key != null && venue.trading().isStreaming(key.accountId());
        return second ? AlpacaFaults.tooMany() : null;
    }

    private static @Nullable HttpReply checkEvents(HttpCall call) {
        try {
            EventSession.check(Fields.ofQuery(call.query()));
            return null;
        } catch (ApiError e) {
            return HttpReply.of(e.status(), e.json());
        }
    }

    @Override
    public @Nullable SocketSession onUpgrade(HttpCall call, SocketPeer peer) {
        venue.advance();
        if (call.path().equals("/stream")) {
            return new TradingSession(venue.keys(), venue.trading().updates(), peer, framing(call));
        }
        ApiKey key = venue.keys().find(call);
        if (call.path().equals(EVENTS) && key != null) {
            return venue.trading().follow(key.accountId(), Fields.ofQuery(call.query()), peer);
        }
        DataFeed feed = DataFeed.at(call.path());
        return feed == null ? null : venue.hub().open(feed, call, peer);
    }

    AlpacaFaults faults() {
        return faults;
    }

    private TradingSession.Framing framing(HttpCall call) {
        if ("application/msgpack".equals(call.header("content-type"))) {
            return TradingSession.Framing.MSGPACK;
        }
        return binaryFrames ? TradingSession.Framing.BINARY_JSON : TradingSession.Framing.TEXT_JSON;
    }

    private void goWrong(RequestFault fault, HttpCall call, Consumer<HttpReply> answer) {
        HttpReply instead = HttpReply.of(fault.status(), fault.body());
        switch (fault.kind()) {
            case LOSE_REQUEST -> {}
            case LOSE_ANSWER -> reply(call);
            case FAIL_BEFORE -> answer.accept(instead);
            case FAIL_AFTER -> {
                reply(call);
                answer.accept(instead);
            }
            case ANSWER_LATE -> {
                HttpReply truth = reply(call);
                venue.afterMs(fault.delayMs(), () -> answer.accept(truth));
            }
        }
    }

    private HttpReply reply(HttpCall call) {
        venue.advance();
        HttpReply reply = faults.isBanned() ? AlpacaFaults.tooMany() : checked(call);
        venue.hub().flush();
        return reply.with("X-Request-ID", "sim-" + ++lastRequest);
    }

    private HttpReply checked(HttpCall call) {
        boolean coins = call.path().startsWith("/v1beta3/crypto/");
        boolean data =
                coins || call.path().startsWith("/v2/stocks/") || call.path().startsWith("/v1beta1/");
        ApiKey key = venue.keys().find(call);
        if (key == null && !(coins && !KeyRing.isShown(call))) {
            return refused(call);
        }
        int account = key == null ? 0 : key.accountId();
        RequestBudget budget = data ? dataBudget : tradingBudget;
        if (!budget.spend(account, venue.clockNs())) {
            ApiError error = new ApiError(429, 42910000, data ? "too many requests." : "rate limit exceeded");
            HttpReply reply = HttpReply.of(429, error.json());
            return budget.tell(reply.with("Retry-After", String.valueOf(budget.secondsLeft(venue.clockNs()))), account);
        }
        return budget.tell(answer(call, account), account);
    }

    private HttpReply answer(HttpCall call, int account) {
        EndpointTable.Match match = table.find(call.method(), call.path());
        if (match == null) {
            return HttpReply.of(404, ApiError.notFound("endpoint not found").json());
        }
        try {
            Fields query = Fields.ofQuery(call.query());
            return match.endpoint().answer(new ApiCall(call, match.tail(), query, account, venue.statedNs()));
        } catch (ApiError e) {
            return HttpReply.of(e.status(), e.json());
        } catch (ArithmeticException e) {
            return HttpReply.of(422, ApiError.invalid("number is too large").json());
        }
    }

    /** A key that is not known gets a code; none at all is turned away at the door. */
    private static HttpReply refused(HttpCall call) {
        return KeyRing.isShown(call)
                ? HttpReply.of(401, new ApiError(401, 40110000, "access key verification failed").json())
                : HttpReply.of(401, "{\"message\":\"unauthorized.\"}");
    }
}
