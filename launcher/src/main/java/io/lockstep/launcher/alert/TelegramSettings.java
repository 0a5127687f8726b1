package io.lockstep.launcher.alert;

import io.lockstep.engine.settings.Setting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Telegram bot. It writes to the first of the chats and obeys {@code /status}, {@code /pause}, {@code /resume} and {@code /kill} from all of
 * them, and from nobody else.
 *
 * @param tokenFile file with the bot's token on one line, readable by its owner alone
 * @param tokenVariable environment variable with the token instead
 * @param chats ids of the chats that may see and command
 * @param commands whether commands are obeyed
 * @param address where the service is; the public one unless given
 */
public record TelegramSettings(
        @Setting(help = "file with the bot's token") @Nullable
        String tokenFile,

        @Setting(help = "environment variable with the bot's token instead") @Nullable
        String tokenVariable,

        @Setting(help = "ids of the chats that may see and command; the first one gets the alerts")
        List<Long> chats,

        @Setting(help = "whether /status, /pause, /resume and /kill are obeyed", fallback = "true")
        boolean commands,

        @Setting(help = "where the service is", fallback = "'https://api.telegram.org'")
        String address) {

    /** Checks that one place and at least one chat is named. */
    public TelegramSettings {
        chats = List.copyOf(chats);
        SecretText.requireOne("tokenFile", tokenFile, "tokenVariable", tokenVariable);
        if (chats.isEmpty()) {
            throw new IllegalArgumentException("must name at least one: chats=" + chats);
        }
        if (!address.matches("https?://[A-Za-z0-9.:\\[\\]-]+")) {
            throw new IllegalArgumentException("must be a scheme and a host: address=" + address);
        }
    }
}
