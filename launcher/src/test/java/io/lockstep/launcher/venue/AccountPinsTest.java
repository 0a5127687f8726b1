package io.lockstep.launcher.venue;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.launcher.config.load.ConfigLoader;
import io.lockstep.launcher.testkit.FakeAccount;
import org.junit.jupiter.api.Test;

class AccountPinsTest {
    private static final String CONFIG = """
            mode: paper
            accounts:
              - { name: spot, venue: binance-spot, credentials: { idVariable: A, secretVariable: B }%s }
            instruments:
              - { symbol: BTCUSDT, venue: binance-spot }
            strategies:
              - { name: s, type: ema-cross, account: spot, instruments: [BTCUSDT], parameters: {} }
            risk:
              instruments:
                - { symbol: BTCUSDT, maxOrderQuantity: 1, maxOrderNotional: 1000, maxLong: 1, maxShort: 0 }
            venues:
              binanceSpot:
                rest: http://127.0.0.1:1
                wsApi: ws://127.0.0.1:1
                userStreams: ws://127.0.0.1:1
                marketData: { spotStreams: "ws://127.0.0.1:1", spotRest: "http://127.0.0.1:1" }
            """;

    @Test
    void shouldRefuseAKeyThatOpensAnotherAccount() {
        LockstepConfig config = pinned(", accountId: '77'");

        assertThatThrownBy(() -> AccountPins.require(config, account -> new FakeAccount()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a key opens another account: account=spot, accountId=77, of the key=fake-1");
    }

    @Test
    void shouldAcceptThePinnedAccount() {
        LockstepConfig config = pinned(", accountId: fake-1");

        assertThatCode(() -> AccountPins.require(config, account -> new FakeAccount()))
                .doesNotThrowAnyException();
    }

    @Test
    void shouldNotAskAboutAnAccountThatIsNotPinned() {
        LockstepConfig config = pinned("");

        assertThatCode(() -> AccountPins.require(config, account -> new FakeAccount().failing(1)))
                .doesNotThrowAnyException();
    }

    private static LockstepConfig pinned(String more) {
        return ConfigLoader.structure(CONFIG.formatted(more), "test");
    }
}
