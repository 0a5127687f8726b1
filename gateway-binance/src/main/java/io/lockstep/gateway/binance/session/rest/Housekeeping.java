package io.lockstep.gateway.binance.session.rest;

import io.lockstep.engine.port.VenueException;
import io.lockstep.gateway.binance.orderentry.request.RequestValues;
import io.lockstep.gateway.binance.session.context.Readiness;
import io.lockstep.gateway.binance.session.context.SessionContext;
import io.lockstep.gateway.binance.session.context.SessionCounter;
import io.lockstep.gateway.binance.session.context.Wishes;
import io.lockstep.transport.json.JsonFormatException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is due from time to time: bringing the account up, the venue's clock, the listen key, catching up after a loss and on schedule.
 * Blocking; the sync thread calls {@link #run} every now and then.
 */
public final class Housekeeping implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final int FIRST_CLOCK_SAMPLES = 3;
    private static final long FIRST_RETRY_NS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long MAX_RETRY_NS = TimeUnit.SECONDS.toNanos(30);

    private final SessionContext context;
    private final RestClient client;
    private final ListRequests requests;
    private final CatchUp catchUp;
    private final Readiness readiness;
    private final Wishes wishes;
    private final Runnable connect;
    private final @Nullable FuturesSetup setup;
    private final @Nullable ListenKey listenKey;
    private final Schedule clock;
    private final Schedule keepAlive = new Schedule(ListenKey.KEEP_ALIVE_NS);
    private final Schedule orders;
    private final Schedule fills;
    private final Schedule positions;
    private final Schedule cash;
    private final RequestValues values = new RequestValues();
    private boolean started;
    private long retryAtNs = Long.MIN_VALUE;
    private long retryNs = FIRST_RETRY_NS;

    /**
     * Makes a housekeeper.
     *
     * @param connect opens the connections, once the account is prepared
     * @param setup prepares a futures account; null on spot
     * @param listenKey opens the private stream; null on spot
     */
    public Housekeeping(
            SessionContext context,
            RestClient client,
            CatchUpSettings settings,
            Readiness readiness,
            Wishes wishes,
            Runnable connect,
            @Nullable FuturesSetup setup,
            @Nullable ListenKey listenKey) {
        this.context = context;
        this.client = client;
        this.requests = ListRequests.of(context);
        this.catchUp = new CatchUp(context, client, wishes);
        this.readiness = readiness;
        this.wishes = wishes;
        this.connect = connect;
        this.setup = setup;
        this.listenKey = listenKey;
        this.clock = Schedule.ofMs(settings.clockMs());
        this.orders = Schedule.ofMs(settings.ordersMs());
        this.fills = Schedule.ofMs(settings.fillsMs());
        this.positions = Schedule.ofMs(settings.positionsMs());
        this.cash = Schedule.ofMs(settings.cashMs());
    }

    @Override
    public void run() {
        long nowNs = context.clock().nowNs();
        if (nowNs < retryAtNs) {
            return;
        }
        try {
            turn(nowNs);
        } catch (VenueException e) {
            failed(nowNs, e.venueCode(), e);
        } catch (RuntimeException e) { // thrown on, it would end the schedule, and nobody would look after the account
            LOG.error("Housekeeping failed: product={}, account={}", context.product(), context.accountId(), e);
            failed(nowNs, 0, e);
        }
    }

    private void turn(long nowNs) {
        if (!started) {
            start(nowNs);
        }
        if (wishes.takeClock() || clock.isDue(nowNs)) {
            tryMeasureClock();
            clock.done(nowNs);
        }
        if (listenKey != null && (listenKey.isMissing() || keepAlive.isDue(nowNs))) {
            listenKey.refresh();
            keepAlive.done(nowNs);
        }
        if (readiness.isUp()) {
            catchUp(nowNs);
        }
    }

    private void start(long nowNs) {
        for (int i = 0; i < FIRST_CLOCK_SAMPLES; i++) {
            measureClock();
        }
        clock.done(nowNs);
        if (setup != null) {
            setup.run();
        }
        if (listenKey != null) {
            listenKey.refresh();
            keepAlive.done(nowNs);
        }
        connect.run();
        started = true;
        retryNs = FIRST_RETRY_NS;
    }

    private void catchUp(long nowNs) {
        boolean well = true;
        if (wishes.takeEverything() || !readiness.isReady()) {
            well = catchUpWithEverything(nowNs);
        } else if (wishes.takeFills()) {
            well = catchUp.fills("FILLS_MISSING");
            fills.done(nowNs);
        } else if (orders.isDue(nowNs)) {
            well = catchUp.orders("SCHEDULE");
            orders.done(nowNs);
        }
        if (well && fills.isDue(nowNs)) {
            well = catchUp.fills("SCHEDULE");
            fills.done(nowNs);
        }
        boolean account = wishes.takeAccount();
        if (well && (account || positions.isDue(nowNs))) {
            well = catchUp.positions("SCHEDULE");
            positions.done(nowNs);
        }
        if (well && (account || cash.isDue(nowNs))) {
            // fills come on the stream; the list proves that none was missed, and that an unknown order did not trade
            well = catchUp.fills("SCHEDULE") && catchUp.cash("SCHEDULE");
            cash.done(nowNs);
        }
        if (well) {
            retryNs = FIRST_RETRY_NS;
        } else {
            wishes.wantEverything();
            retryLater(nowNs);
        }
    }

    private boolean catchUpWithEverything(long nowNs) {
        int epoch = readiness.epoch();
        if (!catchUp.everything("CATCH_UP")) {
            return false;
        }
        orders.done(nowNs);
        fills.done(nowNs);
        positions.done(nowNs);
        cash.done(nowNs);
        if (readiness.caughtUp(epoch)) {
            context.counters().increment(SessionCounter.CATCH_UPS);
        }
        return true;
    }

    /** A measurement that fails now is made again next time; what was measured before goes on to count. */
    private void tryMeasureClock() {
        try {
            measureClock();
        } catch (VenueException | JsonFormatException e) {
            context.counters().increment(SessionCounter.CLOCK_FAILURES);
        }
    }

    private void measureClock() {
        long sentNs = context.clock().nowNs();
        long serverMs = client.ask(requests.time(), values).number("serverTime");
        context.clock().addSample(sentNs, Math.max(sentNs, context.clock().nowNs()), serverMs);
    }

    private void failed(long nowNs, int venueCode, RuntimeException e) {
        if (context.gate().isShut()) {
            return;
        }
        context.status().error(venueCode, "HOUSEKEEPING_FAILED", String.valueOf(e.getMessage()));
        retryLater(nowNs);
    }

    private void retryLater(long nowNs) {
        retryAtNs = nowNs + retryNs;
        retryNs = Math.min(MAX_RETRY_NS, retryNs * 2);
    }
}
