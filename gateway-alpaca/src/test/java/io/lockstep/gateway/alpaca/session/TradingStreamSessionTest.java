package io.lockstep.gateway.alpaca.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.gateway.alpaca.session.TradingStreamSession.AuthForm;
import io.lockstep.transport.ApiKey;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradingStreamSessionTest {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final String LISTEN = "{\"action\":\"listen\",\"data\":{\"streams\":[\"trade_updates\"]}}";

    private final FakeOutput output = new FakeOutput();
    private final TradingStreamSession session = session(AuthForm.CURRENT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CURRENT | {\"action\":\"auth\",\"key\":\"KEY_ID\",\"secret\":\"SECRET\"}",
                "LEGACY | {\"action\":\"authenticate\",\"data\":{\"key_id\":\"KEY_ID\",\"secret_key\":\"SECRET\"}}"
            })
    void shouldSendTheKeysWithoutWaitingForAGreeting(AuthForm form, String message) {
        session(form).onOpen(0);

        assertThat(output.drain()).containsExactly(message);
    }

    @Test
    void shouldListenOnceAuthorizedAndBeReadyOnceListening() {
        opened();

        session.onAuthorization(true, "authenticate", "");
        assertThat(output.drain()).containsExactly(LISTEN);
        session.onListening(Set.of("trade_updates"));

        assertThat(output.drain()).containsExactly("ready");
        assertThat(session.state()).isEqualTo(SessionState.READY);
    }

    @Test
    void shouldGiveUpWhenTheKeysAreRefused() {
        opened();

        session.onAuthorization(false, "authenticate", "access key verification failed");

        assertThat(output.drain()).containsExactly("give up AUTH_FAILED");
    }

    @Test
    void shouldReconnectWhenTheStreamIsNotGranted() {
        opened();
        session.onAuthorization(true, "authenticate", "");
        output.drain();

        session.onListening(Set.of());

        assertThat(output.drain()).containsExactly("reconnect SUBSCRIPTION_INCOMPLETE after 0");
    }

    @Test
    void shouldReconnectOnAnErrorASilenceOrALateAnswer() {
        opened();
        session.onTick(11 * SECOND_NS);
        assertThat(output.drain()).containsExactly("reconnect HANDSHAKE_TIMEOUT after 0");

        opened();
        session.onError("rate limit exceeded");
        assertThat(output.drain()).containsExactly("reconnect VENUE_ERROR after 500");

        opened();
        session.onAuthorization(true, "authenticate", "");
        session.onListening(Set.of("trade_updates"));
        output.drain();
        session.onTick(166 * SECOND_NS);
        assertThat(output.drain()).containsExactly("reconnect MUTE after 0");
    }

    private void opened() {
        session.onOpen(0);
        output.drain();
    }

    private TradingStreamSession session(AuthForm form) {
        return new TradingStreamSession(new ApiKey("KEY_ID", "SECRET"), form, output);
    }
}
