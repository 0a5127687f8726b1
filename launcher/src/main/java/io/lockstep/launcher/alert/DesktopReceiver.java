package io.lockstep.launcher.alert;

import io.lockstep.engine.sbe.Severity;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Tells the desktop's notification service, through the {@code notify-send} of freedesktop.org's libnotify. */
final class DesktopReceiver implements AlertReceiver {
    private final String program;
    private final Duration timeout;

    DesktopReceiver(String program, Duration timeout) {
        this.program = program;
        this.timeout = timeout;
    }

    @Override
    public String name() {
        return "desktop";
    }

    @Override
    public void send(AlertNote note) throws IOException {
        String urgency = note.severity() == Severity.CRITICAL ? "critical" : "normal";
        // the texts are arguments of their own: no shell reads them
        Process process = new ProcessBuilder(
                        List.of(program, "--urgency=" + urgency, "--", "Lockstep: " + note.code(), note.text()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IOException("notification service does not answer: program=" + program);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (process.exitValue() != 0) {
            throw new IOException("notification service failed: program=" + program + ", exit=" + process.exitValue());
        }
    }
}
