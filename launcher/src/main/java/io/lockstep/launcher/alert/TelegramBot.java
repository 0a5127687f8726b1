package io.lockstep.launcher.alert;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Telegram bot: sends messages, and reads those sent to it by long polling. Plain text, no markup, so a venue's text stays text (Telegram
 * Bot API, "sendMessage" and "getUpdates", read 2026-11).
 */
final class TelegramBot {
    private static final int LONGEST_TEXT = 4_096;
    private static final int POLL_SECONDS = 20;

    private final String address;
    private final SecretText token;
    private final JsonPost http;
    private long nextUpdate;

    TelegramBot(String address, SecretText token, JsonPost http) {
        this.address = address;
        this.token = token;
        this.http = http;
    }

    /**
     * A message to the bot.
     *
     * @param chat where it was written
     * @param from user name or id of who wrote it
     * @param timeS when, UTC, seconds
     * @param text what
     */
    record Message(long chat, String from, long timeS, String text) {}

    void send(long chat, String text) throws IOException {
        String cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        call("sendMessage", Map.of("chat_id", chat, "text", cut), Duration.ZERO);
    }

    /** Waits for messages and acknowledges those it gave before. */
    List<Message> receive() throws IOException {
        JsonNode answer = call(
                "getUpdates",
                Map.of("offset", nextUpdate, "timeout", POLL_SECONDS, "allowed_updates", List.of("message")),
                Duration.ofSeconds(POLL_SECONDS));
        List<Message> messages = new ArrayList<>();
        for (JsonNode update : answer.path("result")) {
            nextUpdate = Math.max(nextUpdate, update.path("update_id").asLong() + 1);
            JsonNode message = update.path("message");
            String text = message.path("text").asText("");
            if (!text.isEmpty()) {
                JsonNode from = message.path("from");
                String name = from.path("username").asText(from.path("id").asText("unknown"));
                messages.add(new Message(
                        message.path("chat").path("id").asLong(),
                        name,
                        message.path("date").asLong(),
                        text));
            }
        }
        return messages;
    }

    private JsonNode call(String method, Map<String, ?> body, Duration patience) throws IOException {
        JsonNode answer = http.post(address + "/bot" + token.reveal() + "/" + method, body, patience);
        if (!answer.path("ok").asBoolean()) {
            throw new IOException("bot was refused: method=" + method + ", code="
                    + answer.path("error_code").asText());
        }
        return answer;
    }
}
