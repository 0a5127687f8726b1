package io.lockstep.launcher.alert;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.engine.control.Gauge;
import io.lockstep.engine.control.Gauges;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.telemetry.Counter;
import io.lockstep.launcher.operator.ControlFolder;
import io.lockstep.launcher.operator.OperatorRequest;
import io.lockstep.launcher.operator.Requests;
import io.lockstep.launcher.operator.WaitClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The alerts of one engine: outbox, receivers, and the threads that serve them. Made before the engine, so that the outbox sees the past.
 */
public final class Alerts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);
    private static final long STEP_NS = 50_000_000;
    private static final long PAUSE_NS = 5_000_000_000L;
    private static final long FAREWELL_MS = 2_000;
    private static final String CHAT = "lockstep-chat";

    private final AlertSettings settings;
    private final ControlFile control;
    private final ControlFolder folder;
    private final List<AlertReceiver> receivers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AlertOutbox outbox;
    private @Nullable TelegramBot bot;
    private @Nullable AlertDeliveries journal;
    private volatile boolean closed;

    /**
     * The alerts of an engine.
     *
     * @param home folder that file names are relative to
     * @throws IllegalArgumentException if a secret cannot be had
     */
    public Alerts(AlertSettings settings, ControlFile control, ControlFolder folder, Path home) {
        this.settings = settings;
        this.control = control;
        this.folder = folder;
        JsonPost http = new JsonPost(settings.timeout());
        if (settings.file() != null) {
            receivers.add(new FileReceiver(home.resolve(settings.file())));
        }
        if (settings.desktop()) {
            receivers.add(new DesktopReceiver("notify-send", settings.timeout()));
        }
        SlackSettings slack = settings.slack();
        if (slack != null) {
            SecretText url = SecretText.read(slack.urlFile(), slack.urlVariable(), home, System::getenv);
            receivers.add(new SlackReceiver(url, http));
        }
        TelegramSettings telegram = settings.telegram();
        if (telegram != null) {
            SecretText token = SecretText.read(telegram.tokenFile(), telegram.tokenVariable(), home, System::getenv);
            bot = new TelegramBot(telegram.address(), token, http);
            receivers.add(new TelegramReceiver(bot, telegram.chats().get(0)));
        }
        List<String> names = receivers.stream().map(AlertReceiver::name).toList();
        outbox = new AlertOutbox(settings.least(), names, control.gauges());
    }

    /** What the engine thread feeds. */
    public AlertOutbox outbox() {
        return outbox;
    }

    /** Begins to deliver, and to obey chats if that is configured. */
    public Alerts start(EventPublisher publisher, LongSupplier clockNs) {
        if (!receivers.isEmpty()) {
            AlertDeliveries deliveries = new AlertDeliveries(publisher, clockNs, this::halt);
            journal = deliveries;
            long silenceMs = settings.haltAfter().toMillis();
            AlertWorker worker =
                    new AlertWorker(outbox, receivers, settings.attempts(), silenceMs, control.gauges(), deliveries);
            run("lockstep-alerts", () -> deliver(worker));
        }
        TelegramSettings telegram = settings.telegram();
        TelegramBot connected = bot;
        if (telegram != null && connected != null && telegram.commands()) {
            ChatCommands chat = new ChatCommands(telegram.chats(), connected, new ChatOperator());
            run(CHAT, () -> obey(chat));
        }
        return this;
    }

    /** Ends after a last try; what is not delivered then is found again by the next start. Nothing is published afterwards. */
    @Override
    public void close() {
        closed = true;
        threads.forEach(LockSupport::unpark);
        join(chatThreads());
        join(threads);
        AlertDeliveries deliveries = journal;
        if (deliveries != null) {
            deliveries.mute();
        }
        threads.forEach(Thread::interrupt);
    }

    /** A chat waits for messages for many seconds, and nothing is lost when it is woken. */
    private List<Thread> chatThreads() {
        List<Thread> chats =
                threads.stream().filter(each -> each.getName().equals(CHAT)).toList();
        chats.forEach(Thread::interrupt);
        return chats;
    }

    private static void join(List<Thread> ending) {
        for (Thread thread : ending) {
            try {
                thread.join(FAREWELL_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void deliver(AlertWorker worker) {
        while (!closed) {
            worker.step(WaitClock.SYSTEM.nowMs());
            LockSupport.parkNanos(STEP_NS);
        }
        worker.step(WaitClock.SYSTEM.nowMs());
    }

    private void halt(AlertNote note) {
        String reason = "a critical alert reached nobody: " + note.code() + " of sequence " + note.sequence();
        ask(OperatorAction.HALT, "alerts", reason);
    }

    private void ask(OperatorAction action, String actor, String reason) {
        new Requests(folder, WaitClock.SYSTEM)
                .ask(OperatorRequest.ofEngine(action, actor, reason, System.currentTimeMillis()));
    }

    private void obey(ChatCommands chat) {
        boolean failing = false;
        while (!closed) {
            try {
                chat.step(System.currentTimeMillis() / 1_000);
                failing = false;
            } catch (IOException | RuntimeException e) {
                if (!failing && !closed) {
                    LOG.warn("chat cannot be read: {}", e.getMessage());
                }
                failing = true;
                LockSupport.parkNanos(PAUSE_NS);
            }
        }
    }

    private final class ChatOperator implements ChatCommands.Operator {
        @Override
        public String status() {
            Gauges gauges = control.gauges();
            return "state " + TradingState.get((short) gauges.get(Gauge.TRADING_STATE)) + ", killed " + control.isSet()
                    + "\nopen orders " + gauges.get(Gauge.OPEN_ORDERS) + ", unknown "
                    + gauges.get(Gauge.UNKNOWN_ORDERS) + ", fills "
                    + control.counters().get(Counter.FILLS) + "\nsequence " + control.sequence() + ", alerts waiting "
                    + gauges.get(Gauge.ALERTS_PENDING) + ", dead letters " + gauges.get(Gauge.ALERTS_DEAD);
        }

        @Override
        public void ask(OperatorAction action, String actor, String reason) {
            if (action == OperatorAction.KILL) {
                control.kill(System.currentTimeMillis());
            }
            Alerts.this.ask(action, actor, reason);
        }
    }
}
