package io.lockstep.gateway.alpaca.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.transport.ApiKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamSessionTest {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final ApiKey KEY = new ApiKey("KEY_ID", "SECRET");
    private static final String AUTH = "{\"action\":\"auth\",\"key\":\"KEY_ID\",\"secret\":\"SECRET\"}";

    private final FakeOutput output = new FakeOutput();
    private StreamSession session = session(Map.of(Channel.TRADES, Set.of("SPY", "AAPL"), Channel.BARS, Set.of("*")));

    @Test
    void shouldAuthenticateSubscribeAndBecomeReady() {
        session.onOpen(0);
        assertThat(output.drain()).isEmpty();

        session.onConnected();
        assertThat(output.drain()).containsExactly(AUTH);

        session.onAuthenticated();
        assertThat(output.drain())
                .containsExactly("{\"action\":\"subscribe\",\"trades\":[\"AAPL\",\"SPY\"],\"bars\":[\"*\"]}");

        session.onSubscription(Map.of(
                Channel.TRADES, Set.of("AAPL", "SPY"),
                Channel.BARS, Set.of("*"),
                Channel.QUOTES, Set.of(),
                Channel.CORRECTIONS, Set.of("AAPL", "SPY")));
        assertThat(output.drain()).containsExactly("ready");
        assertThat(session.state()).isEqualTo(SessionState.READY);
    }

    @Test
    void shouldReconnectWhenTheVenueAcknowledgesLessThanAskedFor() {
        subscribed();

        session.onSubscription(Map.of(Channel.TRADES, Set.of("AAPL")));

        assertThat(output.drain()).containsExactly("reconnect SUBSCRIPTION_INCOMPLETE after 0");
    }

    @Test
    void shouldSplitALargeSubscriptionAndWaitForItsLastAcknowledgement() {
        Set<String> symbols = IntStream.range(0, 5_000)
                .mapToObj(i -> "SYM%05d".formatted(i))
                .collect(Collectors.toCollection(TreeSet::new));
        session = session(Map.of(Channel.TRADES, symbols, Channel.QUOTES, Set.of("SPY")));
        subscribed();
        List<String> messages = new ArrayList<>(sent);

        assertThat(messages).hasSizeGreaterThan(3).allMatch(message -> message.length() < 32_768);
        for (int i = 1; i < messages.size(); i++) {
            session.onSubscription(Map.of(Channel.TRADES, Set.of("SYM00000")));
            assertThat(output.drain()).isEmpty();
        }
        session.onSubscription(Map.of(Channel.TRADES, symbols, Channel.QUOTES, Set.of("SPY")));
        assertThat(output.drain()).containsExactly("ready");
    }

    @ParameterizedTest
    @CsvSource({
        "400, give up INVALID_SYNTAX",
        "402, give up AUTH_FAILED",
        "403, note ALREADY_AUTHENTICATED",
        "404, reconnect AUTH_TIMEOUT after 0",
        "405, give up SYMBOL_LIMIT",
        "406, reconnect CONNECTION_LIMIT after 500",
        "407, reconnect SLOW_CLIENT after 0",
        "408, give up NOT_ENABLED",
        "409, give up INSUFFICIENT_SUBSCRIPTION",
        "410, give up INVALID_SUBSCRIPTION",
        "411, give up INSUFFICIENT_SCOPE",
        "412, give up MSGPACK_REQUIRED",
        "413, give up WILDCARD_REFUSED",
        "500, reconnect VENUE_ERROR after 500",
        "499, reconnect UNKNOWN_ERROR after 500",
        "0, reconnect UNKNOWN_ERROR after 500"
    })
    void shouldActOnEveryErrorCode(int code, String action) {
        subscribed();

        session.onError(code, "text");

        assertThat(output.drain()).containsExactly(action);
    }

    @Test
    void shouldSendTheKeysAgainWhenTheVenueWantsThem() {
        subscribed();

        session.onError(401, "not authenticated");

        assertThat(output.drain()).containsExactly("note NOT_AUTHENTICATED", AUTH);
    }

    @Test
    void shouldGiveUpAPlaceTakenBySomebodyElseAfterFifteenTries() {
        List<String> actions = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            session.onOpen(0);
            session.onConnected();
            output.drain();
            session.onError(406, "connection limit exceeded");
            actions.addAll(output.drain());
        }

        assertThat(actions.get(14)).isEqualTo("reconnect CONNECTION_LIMIT after 7500");
        assertThat(actions.get(15)).isEqualTo("give up CONNECTION_LIMIT");
        session.onClose();
        assertThat(session.state()).isEqualTo(SessionState.FAILED);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2"})
    void shouldReconnectWhenTheDialogueStopsAnywhere(int steps) {
        session.onOpen(0);
        if (steps > 0) {
            session.onConnected();
        }
        if (steps > 1) {
            session.onAuthenticated();
        }
        output.drain();

        session.onTick(10 * SECOND_NS);
        assertThat(output.drain()).isEmpty();
        session.onTick(10 * SECOND_NS + 1);
        assertThat(output.drain()).containsExactly("reconnect HANDSHAKE_TIMEOUT after 0");
    }

    @Test
    void shouldReconnectAMuteConnection() {
        subscribed();
        session.onSubscription(Map.of(Channel.TRADES, Set.of("*"), Channel.BARS, Set.of("*")));
        output.drain();

        session.onInbound(100 * SECOND_NS);
        session.onTick(265 * SECOND_NS);
        assertThat(output.drain()).isEmpty();
        session.onTick(266 * SECOND_NS);
        assertThat(output.drain()).containsExactly("reconnect MUTE after 0");
    }

    @Test
    void shouldRefuseToAskForWhatCannotBeAskedFor() {
        assertThatThrownBy(() -> new Subscription(Map.of(Channel.CORRECTIONS, Set.of("SPY"))))
                .hasMessageContaining("channel=corrections");
        assertThatThrownBy(() -> new Subscription(Map.of(Channel.TRADES, Set.of())))
                .hasMessageContaining("nothing to subscribe to");
    }

    @Test
    void shouldNeverPrintTheKey() {
        assertThat(KEY.toString()).doesNotContain("KEY_ID").doesNotContain("SECRET");
    }

    private final List<String> sent = new ArrayList<>();

    private void subscribed() {
        session.onOpen(0);
        session.onConnected();
        output.drain();
        session.onAuthenticated();
        sent.addAll(output.drain());
    }

    private StreamSession session(Map<Channel, Set<String>> wanted) {
        return new StreamSession(KEY, new Subscription(wanted), output);
    }
}
