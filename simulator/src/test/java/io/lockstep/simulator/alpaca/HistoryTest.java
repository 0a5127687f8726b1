package io.lockstep.simulator.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.simulator.alpaca.AlpacaClient.Answer;
import io.lockstep.simulator.json.JsonValue;
import io.lockstep.simulator.json.JsonValue.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the venue remembers, asked for over REST; the market is that of seed 1, stepping once a minute. */
class HistoryTest {
    private AlpacaKit kit;

    @BeforeEach
    void open() {
        kit = new AlpacaKit();
        kit.pass(Duration.ofMinutes(30));
    }

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void shouldGivePagesThatTogetherAreTheWhole() throws Exception {
        String query = "/v2/stocks/quotes?symbols=SPY,IBM&start=2026-03-10T14:31:00Z&end=2026-03-10T14:50:00Z";
        JsonValue whole = kit.client.get(query).json();
        List<String> times = new ArrayList<>();
        String token = "";

        while (token != null) {
            Answer page = kit.client.get(query + "&limit=7&page_token=" + token);
            for (String symbol : List.of("IBM", "SPY")) {
                if (page.json() instanceof JsonObject object
                        && object.get("quotes") instanceof JsonObject quotes
                        && quotes.get(symbol) != null) {
                    AlpacaClient.items(quotes.get(symbol))
                            .forEach(each -> times.add(symbol + AlpacaClient.at(each, "t")));
                }
            }
            token = page.at("next_page_token");
        }

        assertThat(times).hasSize(40).doesNotHaveDuplicates();
        assertThat(times.get(0)).isEqualTo("IBM" + AlpacaClient.at(whole, "quotes.IBM.0.t"));
        assertThat(times.get(39)).isEqualTo("SPY2026-03-10T14:50:00Z");
    }

    @Test
    void shouldMakeLongerBarsOfMinutes() throws Exception {
        Answer minutes = kit.client.get("/v2/stocks/SPY/bars?timeframe=1Min&start=2026-03-10T14:30:00Z&limit=100");
        Answer hours = kit.client.get("/v2/stocks/SPY/bars?timeframe=1Hour&start=2026-03-10T14:30:00Z");

        long volume = 0;
        for (int i = 0; minutes.at("bars." + i + ".v") != null; i++) {
            volume += Long.parseLong(minutes.at("bars." + i + ".v"));
        }
        assertThat(hours.at("symbol")).isEqualTo("SPY");
        assertThat(hours.at("bars.0.o")).isEqualTo(minutes.at("bars.0.o"));
        assertThat(hours.at("bars.0.t")).isEqualTo("2026-03-10T14:00:00Z");
        assertThat(Long.parseLong(hours.at("bars.0.v"))).isEqualTo(volume).isPositive();
        assertThat(kit.client.get("/v2/stocks/SPY/bars?timeframe=7Moons").status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "1min, 2026-03-10T14:31:00Z",
        "15T, 2026-03-10T14:30:00Z",
        "1D, 2026-03-10T04:00:00Z",
        "1Week, 2026-03-09T04:00:00Z",
        "1M, 2026-03-01T05:00:00Z",
        "6Month, 2026-01-01T05:00:00Z"
    })
    void shouldBeginABarWithItsFrame(String frame, String start) throws Exception {
        Answer bars = kit.client.get("/v2/stocks/SPY/bars?start=2026-03-10T14:30:00Z&timeframe=" + frame);

        assertThat(bars.at("bars.0.t")).isEqualTo(start);
    }

    @ParameterizedTest
    @ValueSource(strings = {"60Min", "24H", "2Day", "2W", "5Month", "0Min"})
    void shouldRefuseFramesTheVenueDoesNotHave(String frame) throws Exception {
        assertThat(kit.client
                        .get("/v2/stocks/SPY/bars?start=2026-03-10T14:30:00Z&timeframe=" + frame)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void shouldGiveTheLatestOfOneAndOfSeveral() throws Exception {
        kit.quote("IBM", "200.00", "200.10");
        kit.print("IBM", "200.05");

        assertThat(kit.client.get("/v2/stocks/IBM/quotes/latest").at("quote.ap"))
                .isEqualTo("200.1");
        assertThat(kit.client.get("/v2/stocks/trades/latest?symbols=IBM,SPY").at("trades.IBM.p"))
                .isEqualTo("200.05");
        assertThat(kit.client.get("/v2/stocks/snapshots?symbols=IBM").at("IBM.latestTrade.p"))
                .isEqualTo("200.05");
        assertThat(kit.client.get("/v2/stocks/IBM/snapshot").at("dailyBar.c")).isEqualTo("200.05");
    }

    @Test
    void shouldGiveCoinsWithoutAKey() throws Exception {
        Answer trades = kit.client.getWithoutKey(
                "/v1beta3/crypto/us/trades?symbols=BTC%2FUSD&start=2026-03-10T14:30:00Z&sort=desc&limit=1");
        Answer book = kit.client.getWithoutKey("/v1beta3/crypto/us/latest/orderbooks?symbols=BTC/USD");

        assertThat(trades.status()).isEqualTo(200);
        assertThat(trades.at("trades.BTC/USD.0.tks")).isIn("B", "S");
        assertThat(Long.parseLong(trades.at("trades.BTC/USD.0.i"))).isGreaterThan(1L << 53);
        assertThat(book.at("orderbooks.BTC/USD.b.0.s")).isNotNull();
    }

    @Test
    void shouldGiveNewsNewestFirst() throws Exception {
        Answer news = kit.client.get("/v1beta1/news?limit=5");

        assertThat(news.at("news.4.id")).isNotNull();
        assertThat(news.at("news.0.created_at")).isGreaterThan(news.at("news.4.created_at"));
    }

    @Test
    void shouldRefuseWhatItCannotRead() throws Exception {
        assertThat(kit.client.get("/v2/stocks/trades").at("message")).isEqualTo("symbols is required");
        assertThat(kit.client.get("/v2/stocks/trades?symbols=NOPE").at("message"))
                .isEqualTo("invalid symbol: NOPE");
        assertThat(kit.client
                        .get("/v2/stocks/trades?symbols=IBM&page_token=%21")
                        .status())
                .isEqualTo(400);
        assertThat(kit.client.get("/v2/stocks/trades?symbols=IBM&start=soon").status())
                .isEqualTo(422);
        assertThat(kit.client.get("/v2/nothing").status()).isEqualTo(404);
    }
}
