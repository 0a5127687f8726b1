package io.lockstep.launcher.alert;

import java.io.IOException;

/** Writes into a Telegram chat. */
final class TelegramReceiver implements AlertReceiver {
    private final TelegramBot bot;
    private final long chat;

    TelegramReceiver(TelegramBot bot, long chat) {
        this.bot = bot;
        this.chat = chat;
    }

    @Override
    public String name() {
        return "telegram";
    }

    @Override
    public void send(AlertNote note) throws IOException {
        bot.send(chat, note.text());
    }
}
