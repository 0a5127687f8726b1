package io.lockstep.launcher.alert;

import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.launcher.alert.TelegramBot.Message;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Obeys what allowed chats write: {@code /status}, {@code /pause}, {@code /resume}, {@code /kill}. Everybody else gets no answer at all. A
 * message that is older than a minute is not obeyed, for it may have waited while nobody listened, except a kill.
 */
final class ChatCommands {
    private static final long FRESH_S = 60;

    private final List<Long> allowed;
    private final TelegramBot bot;
    private final Operator operator;
    private long ignored;

    ChatCommands(List<Long> allowed, TelegramBot bot, Operator operator) {
        this.allowed = List.copyOf(allowed);
        this.bot = bot;
        this.operator = operator;
    }

    /** What a chat may do to the engine. */
    interface Operator {
        /** How it stands, in a few lines. */
        String status();

        /** Asks the engine for something, as somebody and for a reason. */
        void ask(OperatorAction action, String actor, String reason);
    }

    /** Reads what was written and obeys; blocks while there is nothing to read. */
    void step(long nowS) throws IOException {
        for (Message message : bot.receive()) {
            if (allowed.contains(message.chat())) {
                obey(message, nowS);
            } else {
                ignored++;
            }
        }
    }

    /** Messages of chats that may not command. */
    long ignored() {
        return ignored;
    }

    private void obey(Message message, long nowS) throws IOException {
        String[] words = message.text().strip().split("\\s+", 2);
        // in a group a command may be written as /kill@name-of-the-bot
        String command = words[0].split("@", 2)[0].toLowerCase(Locale.ROOT);
        String reason = words.length > 1 ? words[1] : "";
        boolean old = nowS - message.timeS() > FRESH_S;
        String answer = switch (command) {
            case "/status" -> operator.status();
            case "/pause" -> old ? "too old, write it again" : ask(OperatorAction.PAUSE, message, reason);
            case "/resume" -> old ? "too old, write it again" : ask(OperatorAction.RESUME, message, reason);
            case "/kill" -> ask(OperatorAction.KILL, message, reason);
            default -> "commands: /status, /pause, /resume, /kill [reason]";
        };
        bot.send(message.chat(), answer);
    }

    private String ask(OperatorAction action, Message message, String reason) {
        operator.ask(action, "telegram:" + message.from(), reason);
        return "asked: " + action.name().toLowerCase(Locale.ROOT) + "; see /status";
    }
}
