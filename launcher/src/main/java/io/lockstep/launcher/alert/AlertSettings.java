package io.lockstep.launcher.alert;

import io.lockstep.engine.sbe.Severity;
import io.lockstep.engine.settings.Setting;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where alerts go. Nothing is sent to anyone that is not named here.
 *
 * @param least least severe alert that is sent
 * @param attempts tries before an alert is given up at a receiver and counted as a dead letter
 * @param timeout longest one try may take
 * @param haltAfter how long a critical alert may reach nobody before the engine is halted; 0s for never
 * @param file file that takes one JSON object a line; none unless given
 * @param desktop whether the desktop's notification service is told
 * @param slack a Slack channel; none unless given
 * @param telegram a Telegram chat; none unless given
 */
public record AlertSettings(
        @Setting(help = "least severe alert that is sent", fallback = "warning")
        Severity least,

        @Setting(help = "tries before an alert is given up", fallback = "8", least = "1", most = "100")
        int attempts,

        @Setting(help = "longest one try may take", fallback = "5s", least = "100ms", most = "60s")
        Duration timeout,

        @Setting(
                help = "how long a critical alert may reach nobody before the engine halts, 0s for never",
                fallback = "60s",
                least = "0s",
                most = "1d")
        Duration haltAfter,

        @Setting(help = "file that takes one JSON object a line") @Nullable
        String file,

        @Setting(help = "whether the desktop is told, by notify-send", fallback = "false")
        boolean desktop,

        @Setting(help = "a Slack channel, by its incoming webhook") @Nullable
        SlackSettings slack,

        @Setting(help = "a Telegram chat, by a bot") @Nullable
        TelegramSettings telegram) {

    /** Alerts that go nowhere. */
    public static final AlertSettings NONE = new AlertSettings(
            Severity.WARNING, 8, Duration.ofSeconds(5), Duration.ofSeconds(60), null, false, null, null);
}
