package io.lockstep.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.engine.control.Gauge;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.testkit.ChildProgram;
import io.lockstep.launcher.testkit.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;

/** {@code lockstep run} in a process of its own, seen through its control file. */
final class EngineProcess implements AutoCloseable {
    private final ChildProgram child;
    private final JournalFolder journal;

    private EngineProcess(ChildProgram child, JournalFolder journal) {
        this.child = child;
        this.journal = journal;
    }

    /** Starts it. */
    static EngineProcess start(Path folder, Path config, JournalFolder journal) {
        return new EngineProcess(
                ChildProgram.start(folder, "run", "--json", "--config", config, "--journal", journal.path()), journal);
    }

    /** Waits until its control file says something. */
    EngineProcess await(String what, Predicate<ControlFile> said) {
        child.awaitUntil("a control file", () -> ControlFile.exists(journal.path()));
        try (ControlFile control = ControlFile.open(journal.path())) {
            child.awaitUntil("the engine to begin", () -> control.pid() == child.pid());
            child.awaitUntil(what, () -> said.test(control));
        }
        return this;
    }

    /** Waits until it has orders at a venue. */
    EngineProcess awaitOpenOrders(int least) {
        return await(
                least + " open orders",
                control -> control.gauges().get(Gauge.LIVE) == 1
                        && control.gauges().get(Gauge.OPEN_ORDERS) >= least
                        && control.gauges().get(Gauge.ANSWER_MS) > 0);
    }

    /** Waits so long, while it lives. */
    void awaitMs(int ms) {
        long moment = System.nanoTime() + ms * 1_000_000L;
        child.awaitUntil("the moment", () -> System.nanoTime() >= moment);
    }

    /** Sends a signal by its name. */
    void signal(String name) {
        try {
            assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(child.pid()))
                            .start()
                            .waitFor())
                    .isZero();
        } catch (IOException e) {
            throw new AssertionError("signals cannot be sent", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** SIGKILL. */
    void kill() {
        child.kill();
    }

    /** SIGTERM, and its answer. */
    Program stop() {
        child.terminate();
        return child.awaitEnd();
    }

    /** Waits for its end and gives its answer. */
    Program awaitEnd() {
        return child.awaitEnd();
    }

    @Override
    public void close() {
        child.close();
    }
}
