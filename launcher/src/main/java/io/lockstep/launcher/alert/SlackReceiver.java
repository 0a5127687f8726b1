package io.lockstep.launcher.alert;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/**
 * Writes into a Slack channel. The service answers {@code ok} in plain text (Slack API, "Sending messages using incoming webhooks", read
 * 2026-11).
 */
final class SlackReceiver implements AlertReceiver {
    private final SecretText url;
    private final JsonPost http;

    SlackReceiver(SecretText url, JsonPost http) {
        this.url = url;
        this.http = http;
    }

    @Override
    public String name() {
        return "slack";
    }

    @Override
    public void send(AlertNote note) throws IOException {
        http.post(url.reveal(), Map.of("text", escape(note.text())), Duration.ZERO);
    }

    /** The three characters Slack's markup gives a meaning: a venue's text must not become a link or a call to everybody. */
    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
