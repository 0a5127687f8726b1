package io.lockstep.launcher.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.engine.sbe.Severity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receivers against a service on loopback that speaks as the real ones are documented to. */
class ReceiversTest {
    private static final String TOKEN = "123456:canary-token-value";
    private static final long CHAT = -100_42;
    private static final long NOW_S = 1_792_000_000L;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AlertNote NOTE =
            new AlertNote(7, 1_000_000_000L, Severity.CRITICAL, "VENUE", "rejected: <!channel> & <http://evil|x>");

    @TempDir
    private Path folder;

    private final List<String> paths = new ArrayList<>();
    private final List<JsonNode> bodies = new ArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();
    private final JsonPost http = new JsonPost(Duration.ofSeconds(5));
    private HttpServer service;
    private int status = 200;

    @BeforeEach
    void listen() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", this::answer);
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void shouldWritePlainTextIntoSlackWhateverTheVenueSaid() throws IOException {
        new SlackReceiver(secret(address() + "/hook/secret"), http).send(NOTE);

        assertThat(paths).containsExactly("/hook/secret");
        assertThat(bodies.get(0).get("text").asText())
                .contains("CRITICAL VENUE", "sequence 7", "&lt;!channel&gt; &amp; &lt;http://evil|x&gt;");
    }

    @Test
    void shouldTellAFailureWithoutTheAddress() throws IOException {
        status = 500;
        SlackReceiver refused = new SlackReceiver(secret(address() + "/hook/canary"), http);
        SlackReceiver gone = new SlackReceiver(secret("http://127.0.0.1:1/hook/canary"), http);

        assertThatThrownBy(() -> refused.send(NOTE))
                .isInstanceOf(IOException.class)
                .hasMessage("service refused: status=500");
        assertThatThrownBy(() -> gone.send(NOTE))
                .hasMessageNotContaining("canary")
                .hasNoCause();
    }

    @Test
    void shouldWriteIntoTheTelegramChat() throws IOException {
        answers.add("{\"ok\":true,\"result\":{}}");

        new TelegramReceiver(bot(), CHAT).send(NOTE);

        assertThat(paths).containsExactly("/bot" + TOKEN + "/sendMessage");
        assertThat(bodies.get(0).get("chat_id").asLong()).isEqualTo(CHAT);
        assertThat(bodies.get(0).get("text").asText()).contains("<!channel>");
        assertThat(bodies.get(0).has("parse_mode")).isFalse();
    }

    @Test
    void shouldObeyAllowedChatsAndNobodyElse() throws IOException {
        answers.add(updates(
                message(1, CHAT, NOW_S, "/status"),
                message(2, 666, NOW_S, "/kill"),
                message(3, CHAT, NOW_S, "/pause@lockstep_bot lunch"),
                message(4, CHAT, NOW_S - 61, "/resume"),
                message(5, CHAT, NOW_S - 3_600, "/kill looks wrong"),
                message(6, CHAT, NOW_S, "hello")));
        for (int i = 0; i < 5; i++) {
            answers.add("{\"ok\":true}");
        }
        FakeOperator operator = new FakeOperator();
        ChatCommands chat = new ChatCommands(List.of(CHAT), bot(), operator);

        chat.step(NOW_S);

        assertThat(operator.asked).containsExactly("PAUSE telegram:alice lunch", "KILL telegram:alice looks wrong");
        assertThat(chat.ignored()).isEqualTo(1);
        List<String> said = bodies.subList(1, bodies.size()).stream()
                .map(each -> each.get("text").asText())
                .toList();
        assertThat(said)
                .containsExactly(
                        "state RUN",
                        "asked: pause; see /status",
                        "too old, write it again",
                        "asked: kill; see /status",
                        "commands: /status, /pause, /resume, /kill [reason]");
    }

    @Test
    void shouldReadEachMessageOnce() throws IOException {
        answers.add(updates(message(41, CHAT, NOW_S, "/status")));
        answers.add(updates());
        TelegramBot bot = bot();

        assertThat(bot.receive()).hasSize(1);
        assertThat(bot.receive()).isEmpty();

        assertThat(bodies.get(0).get("offset").asLong()).isZero();
        assertThat(bodies.get(1).get("offset").asLong()).isEqualTo(42);
    }

    @Test
    void shouldAppendALineToTheFile() throws IOException {
        Path file = folder.resolve("deep/alerts.jsonl");

        new FileReceiver(file).send(NOTE);
        new FileReceiver(file).send(NOTE);

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        assertThat(JSON.readTree(lines.get(0)).get("code").asText()).isEqualTo("VENUE");
    }

    @Test
    void shouldCountADesktopThatFailsAsAFailure() throws IOException {
        new DesktopReceiver("true", Duration.ofSeconds(5)).send(NOTE);

        assertThatThrownBy(() -> new DesktopReceiver("false", Duration.ofSeconds(5)).send(NOTE))
                .isInstanceOf(IOException.class);
    }

    @Test
    void shouldTakeASecretOnlyFromAFileNobodyElseMayRead() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), TOKEN + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> SecretText.read("token", null, folder, name -> null))
                .hasMessageContaining("0600")
                .hasMessageNotContaining("canary");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        SecretText secret = SecretText.read("token", null, folder, name -> null);
        assertThat(secret.reveal()).isEqualTo(TOKEN);
        assertThat(secret).hasToString("***");
    }

    @Test
    void shouldNameTheVariableThatIsNotSet() {
        assertThatThrownBy(() -> SecretText.read(null, "SLACK_URL", folder, name -> null))
                .hasMessageContaining("SLACK_URL");
    }

    private TelegramBot bot() {
        return new TelegramBot(address(), secret(TOKEN), http);
    }

    private String address() {
        return "http://127.0.0.1:" + service.getAddress().getPort();
    }

    private SecretText secret(String text) {
        return SecretText.read(null, "X", folder, name -> text);
    }

    private static String message(long id, long chat, long timeS, String text) {
        return "{\"update_id\":%d,\"message\":{\"date\":%d,\"chat\":{\"id\":%d},\"from\":{\"id\":9,\"username\":\"alice\"},\"text\":\"%s\"}}"
                .formatted(id, timeS, chat, text);
    }

    private static String updates(String... messages) {
        return "{\"ok\":true,\"result\":[" + String.join(",", messages) + "]}";
    }

    private void answer(HttpExchange exchange) throws IOException {
        paths.add(exchange.getRequestURI().getPath());
        bodies.add(JSON.readTree(exchange.getRequestBody()));
        byte[] answer = (answers.isEmpty() ? "ok" : answers.remove()).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static final class FakeOperator implements ChatCommands.Operator {
        private final List<String> asked = new ArrayList<>();

        @Override
        public String status() {
            return "state RUN";
        }

        @Override
        public void ask(OperatorAction action, String actor, String reason) {
            asked.add(action + " " + actor + " " + reason);
        }
    }
}
