package io.lockstep.gateway.binance.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.gateway.binance.Payloads;
import io.lockstep.gateway.binance.marketdata.message.DecodeOutcome;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.transport.json.JsonFault;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketDataDecoderTest {
    private static final String NULL = Long.toString(Long.MIN_VALUE);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spot-book-ticker|quote 0 NULL u=400900217 6100010000000x150000000 6100011000000x1",
                "spot-trade|trade 0 SELL 1760000000120000000 id=987654321-987654321 6100011000000x2500000",
                "spot-agg-trade|trade 0 BUY 1760000000119000000 id=100-107 6100012000000x200000000",
                "spot-depth-update|depth 0 DELTA part=0 last 1760000000200000000 U=157 u=160 pu=NULL b6099900000000x0 b6100010000000x200000000 a6100011000000x1000000000",
                "spot-partial-depth|depth 1 SNAPSHOT part=0 last NULL U=160 u=160 pu=NULL b240010000000x1000000000 b240000000000x100000000 a240020000000x10000000000",
                "spot-depth-snapshot|depth 0 SNAPSHOT part=0 last NULL U=1027024 u=1027024 pu=NULL b6100010000000x43100000000 a6100011000000x1200000000 a6100012000000x50000000",
                "spot-kline-closed|bar 1 60s 1759999980000000000 o=240010000000 h=240250000000 l=239990000000 c=240100000000 v=15025000000 q=36060012345678 n=30",
                "usdm-book-ticker|quote 0 1760000000010000000 u=400900217 6100010000000x3121000000 6100020000000x4066000000",
                "usdm-trade|trade 0 BUY 1760000000020000000 id=5266583935-5266583935 6100030000000x600000",
                "usdm-trade-insurance|trade 0 BUY off-market 1760000000020000000 id=5266583936-5266583936 6100030000000x600000",
                "usdm-agg-trade|trade 0 BUY 1760000000003000000 id=8123344783-8123344785 6100010000000x3000000",
                "usdm-depth-update|depth 0 DELTA part=0 last 1760000000281000000 U=1100 u=1200 pu=1050 b6100000000000x202700000 a6100010000000x0 a6100020000000x530200000",
                "usdm-partial-depth|depth 0 SNAPSHOT part=0 last 1760000000281000000 U=1200 u=1200 pu=NULL b6100000000000x202700000 a6100010000000x530200000",
                "usdm-mark-price|mark 0 1760000001000000000 p=6100090826812 i=6100132347826 r=-244 T=1760025600000000000",
                "usdm-force-order|liquidation 1 SELL 1760000000560000000 239555000000x1147000000"
            })
    void shouldDeliverEachKindOfEvent(String payload, String expected) {
        MarketDataFixture fixture = fixtureOf(payload);

        DecodeOutcome outcome = fixture.decode(payload(payload));

        assertThat(outcome).isEqualTo(DecodeOutcome.DELIVERED);
        assertThat(fixture.stories).containsExactly(expected.replace("NULL", NULL));
    }

    @ParameterizedTest
    @CsvSource({
        "spot-kline-open,OPEN_BAR",
        "spot-mini-ticker,OTHER_EVENT",
        "server-shutdown,SERVER_SHUTDOWN",
        "server-shutdown-combined,SERVER_SHUTDOWN",
        "subscribed,CONTROL",
        "subscription-error,CONTROL"
    })
    void shouldNameWhatItDoesNotDeliver(String payload, DecodeOutcome expected) {
        MarketDataFixture fixture = new MarketDataFixture(Product.SPOT);

        assertThat(fixture.decode(payload(payload))).isEqualTo(expected);
        assertThat(fixture.decoder.count(expected)).isEqualTo(1);
        assertThat(fixture.stories).isEmpty();
    }

    @Test
    void shouldDeliverEachEventOfABatchAndNameTheOthers() {
        MarketDataFixture fixture = new MarketDataFixture(Product.USDM);

        DecodeOutcome outcome = fixture.decode(payload("usdm-mark-price-all"));

        assertThat(outcome).isEqualTo(DecodeOutcome.UNKNOWN_SYMBOL);
        assertThat(fixture.stories)
                .containsExactly(
                        "mark 1 1760000001000000000 p=240050000000 i=240032347826 r=10000 T=1760025600000000000",
                        "mark 2 1760000001000000000 p=6150010000000 i=6100132347826 r=" + NULL + " T=" + NULL);
        assertThat(fixture.decoder.count(DecodeOutcome.DELIVERED)).isEqualTo(2);
        assertThat(fixture.decoder.count(DecodeOutcome.UNKNOWN_SYMBOL)).isEqualTo(1);
    }

    @Test
    void shouldDeliverQuotesInBatches() {
        MarketDataFixture fixture = new MarketDataFixture(Product.USDM);
        String combined = payload("usdm-book-ticker-batch");
        String raw = combined.substring(combined.indexOf('['), combined.length() - 1);

        assertThat(fixture.decode(combined)).isEqualTo(DecodeOutcome.DELIVERED);
        assertThat(fixture.decode(raw)).isEqualTo(DecodeOutcome.DELIVERED);

        assertThat(fixture.stories).hasSize(4);
        assertThat(fixture.stories.subList(2, 4)).isEqualTo(fixture.stories.subList(0, 2));
    }

    @Test
    void shouldDeliverTheRestOfABatchWhenOneElementCannotBeRead() {
        MarketDataFixture fixture = new MarketDataFixture(Product.USDM);
        String batch = payload("usdm-book-ticker-batch").replace("\"b\":\"61000.10\"", "\"b\":\"1e99\"");

        assertThat(fixture.decode(batch)).isEqualTo(DecodeOutcome.MALFORMED);

        assertThat(fixture.decoder.count(DecodeOutcome.MALFORMED)).isEqualTo(1);
        assertThat(fixture.stories).singleElement().asString().startsWith("quote 1 ");
    }

    @Test
    void shouldReadMicrosecondTimes() {
        MarketDataFixture fixture = new MarketDataFixture(Product.SPOT);

        fixture.decode(payload("spot-trade").replace("1760000000120", "1760000000120345"));
        fixture.decode(payload("spot-kline-closed")
                .replace("1759999980000", "1759999980000000")
                .replace("1760000039999", "1760000039999999"));

        assertThat(fixture.stories.get(0)).contains(" 1760000000120345000 ");
        assertThat(fixture.stories.get(1)).startsWith("bar 1 60s 1759999980000000000 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spot-book-ticker|\"B\":\"1.50000000\",|| MISSING_FIELD",
                "spot-book-ticker|BTCUSDT|XYZUSDT| UNKNOWN_SYMBOL",
                "spot-book-ticker|1.50000000|-1.5| INVALID_VALUE",
                "spot-book-ticker|1.50000000|1.123456789| MALFORMED",
                "spot-book-ticker|1.50000000|99999999999| MALFORMED",
                "spot-trade|0.02500000|0| INVALID_VALUE",
                "spot-trade|1760000000120|-5| INVALID_VALUE",
                "spot-trade|1760000000120|99999999999999999| INVALID_VALUE",
                "spot-trade|\"m\":true|\"m\":1| MALFORMED",
                "spot-agg-trade|\"e\":\"aggTrade\"|\"e\":\"trade\"| WRONG_EVENT",
                "spot-agg-trade|\"f\":100,|| MISSING_FIELD",
                "spot-depth-update|60999.00000000|0| INVALID_VALUE",
                "spot-depth-update|\"U\":157,|| MISSING_FIELD",
                "spot-depth-update|,\"2.00000000\"|| INVALID_VALUE",
                "usdm-depth-update|\"pu\":1050,|| MISSING_FIELD",
                "spot-kline-closed|2399.90000000|2403| INVALID_VALUE",
                "spot-kline-closed|1759999980000|1760000040000| INVALID_VALUE",
                "spot-kline-closed|\"n\":30|\"n\":3000000000| INVALID_VALUE",
                "usdm-mark-price|61000.90826812|0| INVALID_VALUE",
                "usdm-force-order|SELL|HOLD| INVALID_VALUE",
                "usdm-force-order|\"z\":\"11.470\",|| MISSING_FIELD",
                "usdm-mark-price|}|}x| MALFORMED",
                "usdm-mark-price|}|| MALFORMED"
            })
    void shouldRefuseWhatIsWrongAndSayWhy(String payload, String part, String instead, DecodeOutcome expected) {
        MarketDataFixture fixture = fixtureOf(payload);
        String frame = payload(payload).replace(part, instead == null ? "" : instead);

        assertThat(fixture.decode(frame)).isEqualTo(expected);
        assertThat(fixture.stories).isEmpty();
    }

    @Test
    void shouldNameTheFaultOfAMalformedFrame() {
        MarketDataFixture fixture = new MarketDataFixture(Product.SPOT);

        fixture.decode(payload("spot-book-ticker").replace("1.50000000", "1.123456789"));

        assertThat(fixture.decoder.lastFault()).isEqualTo(JsonFault.TOO_PRECISE);
    }

    static MarketDataFixture fixtureOf(String payload) {
        String product = payload.substring(0, payload.indexOf('-'));
        return new MarketDataFixture(product.equals("usdm") ? Product.USDM : Product.SPOT);
    }

    static String payload(String name) {
        return Payloads.text(MarketDataDecoderTest.class, name.toLowerCase(Locale.ROOT) + ".json");
    }
}
