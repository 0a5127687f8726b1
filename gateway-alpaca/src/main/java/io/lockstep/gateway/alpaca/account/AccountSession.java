package io.lockstep.gateway.alpaca.account;

import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.StreamKind;
import io.lockstep.gateway.alpaca.execution.AccountExecution;
import io.lockstep.gateway.alpaca.execution.TradeEvent;
import io.lockstep.gateway.alpaca.execution.TradingStreamDecoder;
import io.lockstep.gateway.alpaca.orderentry.AuctionWindows;
import io.lockstep.gateway.alpaca.orderentry.ClientOrderIds;
import io.lockstep.gateway.alpaca.reference.Asset;
import io.lockstep.gateway.alpaca.session.SessionState;
import io.lockstep.gateway.alpaca.session.StreamFault;
import io.lockstep.gateway.alpaca.session.StreamOutput;
import io.lockstep.gateway.alpaca.session.StreamPolicy;
import io.lockstep.gateway.alpaca.session.TradingStreamSession;
import io.lockstep.gateway.alpaca.wire.JsonText;
import io.lockstep.gateway.alpaca.wire.Symbols;
import io.lockstep.transport.Transport;
import io.lockstep.transport.reconnect.ConnectBudget;
import io.lockstep.transport.reconnect.ConnectionListener;
import io.lockstep.transport.reconnect.ManagedConnection;
import io.lockstep.transport.reconnect.Session;
import io.lockstep.transport.websocket.SocketEnd;
import io.lockstep.transport.websocket.frame.Frame;
import io.lockstep.transport.websocket.upgrade.UpgradeRequest;
import java.util.Set;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The private side of one account, kept up: trading stream, order entry, catching up, schedule.
 *
 * <p>Told as {@code ConnectionStatus} of USER_DATA: CONNECTING, UP once the stream is granted, READY once everything missed has been read,
 * DOWN. New orders are taken only while READY; cancels and questions always. {@link #start}, {@link #stop} and {@link #send} from
 * any thread, the rest on its network thread.
 */
public final class AccountSession implements ConnectionListener, StreamOutput, TradingStreamDecoder.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(AccountSession.class);

    private final AccountCounters counters = new AccountCounters();
    private final AccountParts parts;
    private final ManagedConnection connection;
    private final TradingStreamSession dialogue;
    private final AccountExecution execution;
    private final OrderEntry entry;
    private final OrderDesk desk;
    private final CatchUp catchUp;
    private final Schedule schedule;
    private @Nullable Session session;
    private volatile boolean running;
    private boolean caughtUp;

    /**
     * A session that is not started.
     *
     * @param symbols the instruments the account trades
     * @param assets what each of them is, by instrument id
     */
    public AccountSession(
            AccountParts parts,
            AccountRules rules,
            Symbols symbols,
            @Nullable Asset[] assets,
            Transport transport,
            ConnectBudget budget) {
        this.parts = parts;
        this.dialogue = new TradingStreamSession(parts.key(), parts.authForm(), this);
        this.execution = new AccountExecution(
                symbols,
                parts.publisher(),
                new ClientOrderIds(parts.runId()),
                parts.accountId(),
                this,
                counters.reports());
        this.connection =
                transport.managed(() -> UpgradeRequest.to(parts.stream()), this, StreamPolicy.CONNECTION, budget);
        this.entry = new OrderEntry(parts, execution, counters, this::execute);
        this.desk = new OrderDesk(entry, new AuctionWindows(parts.calendar()), rules, assets);
        VenueLists lists = new VenueLists(parts, execution, counters, this::execute);
        VenueChecks checks = new VenueChecks(parts, this::execute);
        this.catchUp = new CatchUp(parts, rules.catchUpNs(), checks, lists, entry.delays, counters, this::onCaughtUp);
        this.schedule = new Schedule(rules, lists, checks);
    }

    /** Begins to connect. */
    public void start() {
        running = true;
        tell(ConnectionState.CONNECTING, "START");
        connection.start();
    }

    /** Ends it for good. */
    public void stop() {
        running = false;
        connection.stop();
    }

    /**
     * Takes a command; its answer comes as an event.
     *
     * @param command copied before this returns
     */
    public void send(OrderCommandDecoder command) {
        OrderCommandDecoder copy = copy(command);
        execute(() -> desk.onCommand(copy));
    }

    /** Runs a task on the network thread; what it throws is counted, told and goes no further. */
    public void execute(Runnable task) {
        connection.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                // whatever it is: this thread still has the account's cancels and answers to carry, and nobody above
                // would be told
                counters.count(AccountEvent.INTERNAL_ERRORS);
                LOG.error("Account session failed: accountId={}", parts.accountId(), e);
                parts.status().error(parts.accountId(), 0, "INTERNAL_ERROR", String.valueOf(e));
            }
        });
    }

    /** What was counted. */
    public AccountCounters counters() {
        return counters;
    }

    @Override
    public void onOpen(Session opened) {
        session = opened;
        dialogue.onOpen(parts.clock().nanoTime());
    }

    @Override
    public void onUp(Session up) {
        tell(ConnectionState.UP, "LISTENING");
        catchUp.start();
    }

    @Override
    public void onFrame(Session from, Frame frame) {
        if (from == session) {
            counters.count(AccountEvent.FRAMES);
            execution.stream().decode(frame.bytes(), frame.offset(), frame.length(), frame.receivedNs());
        }
    }

    @Override
    public void onDown(Session ended, SocketEnd end) {
        if (ended != session) {
            return;
        }
        session = null;
        caughtUp = false;
        desk.open(false);
        catchUp.cancel();
        counters.count(AccountEvent.SESSIONS_LOST);
        dialogue.onClose();
        tell(ConnectionState.DOWN, end.cause().name());
    }

    @Override
    public void onAttemptFailed(int generation, SocketEnd end) {
        counters.count(AccountEvent.ATTEMPTS_FAILED);
        tell(ConnectionState.DOWN, end.cause().name());
        if (end.code() != 0) {
            parts.status().error(parts.accountId(), end.code(), end.cause().name(), end.detail());
        }
    }

    @Override
    public void send(JsonText message) {
        Session open = session;
        if (open != null) {
            open.send(true, new UnsafeBuffer(message.bytes()), 0, message.length());
        }
    }

    @Override
    public void ready() {
        Session open = session;
        if (open != null) {
            open.ready();
        }
    }

    @Override
    public void note(StreamFault fault, String detail) {
        fault(fault, detail);
    }

    /** The pause asked for is kept by the connection's own back-off, which is never shorter, see {@link StreamPolicy}. */
    @Override
    public void reconnect(StreamFault fault, String detail, long delayMs) {
        fault(fault, detail);
        Session open = session;
        if (open != null) {
            open.close(fault.name());
        }
    }

    @Override
    public void giveUp(StreamFault fault, String detail) {
        fault(fault, detail);
        tell(ConnectionState.DOWN, fault.name());
        connection.stop();
    }

    @Override
    public void onAuthorization(boolean authorized, String action, String message) {
        dialogue.onAuthorization(authorized, action, message);
    }

    @Override
    public void onListening(Set<String> streams) {
        dialogue.onListening(streams);
    }

    @Override
    public void onError(String message) {
        dialogue.onError(message);
    }

    @Override
    public void onQueryNeeded(String venueOrderId, TradeEvent event) {
        parts.status()
                .error(parts.accountId(), 0, "ORDER_IN_DOUBT", "event=" + event + ", venueOrderId=" + venueOrderId);
        desk.readAgain(venueOrderId);
    }

    /** The transport ticks a connection from its making on; nothing happens here before the start. */
    @Override
    public void onTick(long monotonicNs) {
        if (running) {
            execute(() -> tick(parts.clock().nanoTime()));
        }
    }

    private void tick(long nowNs) {
        entry.delays.run(nowNs);
        if (session != null && dialogue.state() != SessionState.READY) {
            dialogue.onTick(nowNs);
        }
        if (caughtUp) {
            schedule.onTick(nowNs);
        }
    }

    private void onCaughtUp() {
        caughtUp = true;
        desk.open(true);
        schedule.start(parts.clock().nanoTime());
        tell(ConnectionState.READY, "CAUGHT_UP");
    }

    private void fault(StreamFault fault, String detail) {
        counters.count(AccountEvent.FAULTS);
        parts.status().error(parts.accountId(), fault.code(), fault.name(), detail);
    }

    private void tell(ConnectionState state, String reason) {
        parts.status().connection(parts.accountId(), StreamKind.USER_DATA, state, reason);
    }

    private static OrderCommandDecoder copy(OrderCommandDecoder command) {
        byte[] bytes = new byte[OrderCommandDecoder.BLOCK_LENGTH];
        command.buffer().getBytes(command.offset(), bytes);
        return new OrderCommandDecoder()
                .wrap(new UnsafeBuffer(bytes), 0, OrderCommandDecoder.BLOCK_LENGTH, OrderCommandDecoder.SCHEMA_VERSION);
    }
}
