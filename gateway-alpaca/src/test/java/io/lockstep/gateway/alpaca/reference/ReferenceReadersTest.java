package io.lockstep.gateway.alpaca.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lockstep.engine.calendar.CalendarCheck;
import io.lockstep.engine.calendar.NyseCalendar;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.testing.SharedData;
import io.lockstep.gateway.alpaca.RecordedExchanges;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceReadersTest {
    private static final String TESLA =
            "{\"id\":\"8ccae427\",\"class\":\"us_equity\",\"exchange\":\"NASDAQ\",\"symbol\":\"TSLA\","
                    + "\"name\":\"Tesla, Inc. Common Stock\",\"status\":\"active\",\"tradable\":true,\"marginable\":true,"
                    + "\"shortable\":true,\"fractionable\":true,\"attributes\":[\"has_options\",\"overnight_tradable\"]}";
    private static final String BITCOIN =
            "{\"id\":\"276e2673\",\"class\":\"crypto\",\"exchange\":\"CRYPTO\",\"symbol\":\"BTC/USD\","
                    + "\"status\":\"active\",\"tradable\":true,\"marginable\":false,\"shortable\":false,\"fractionable\":true,"
                    + "\"min_order_size\":\"0.0001\",\"min_trade_increment\":\"0.000000001\",\"price_increment\":\"0.01\","
                    + "\"attributes\":null}";

    private final AssetReader assets = new AssetReader();
    private final AccountReader accounts = new AccountReader();
    private final CalendarReader calendars = new CalendarReader();

    @Test
    void shouldReadEveryRecordedAsset() throws IOException {
        byte[] body;
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(
                SharedData.file("data/alpaca/ccjr-alpaca-trade-api-ruby/assets_active_us_equity_2019.json.gz")))) {
            body = in.readAllBytes();
        }
        JsonNode oracle = new ObjectMapper().readTree(body);

        List<Asset> read = assets.read(body, body.length);

        assertThat(read).hasSize(oracle.size()).hasSizeGreaterThan(5_000);
        for (int i = 0; i < read.size(); i++) {
            JsonNode expected = oracle.get(i);
            Asset asset = read.get(i);
            assertThat(asset.symbol()).isEqualTo(expected.get("symbol").asText());
            assertThat(asset.id()).isEqualTo(expected.get("id").asText());
            assertThat(asset.exchange()).isEqualTo(expected.get("exchange").asText());
            assertThat(asset.kind()).isEqualTo(Asset.Kind.EQUITY);
            assertThat(asset.isActive())
                    .isEqualTo(expected.get("status").asText().equals("active"));
            assertThat(asset.isTradable()).isEqualTo(expected.get("tradable").asBoolean());
            assertThat(asset.isShortable()).isEqualTo(expected.get("shortable").asBoolean());
        }
    }

    @Test
    void shouldMakeAnInstrumentOfAStock() {
        Asset tesla = assets.read(TESLA.getBytes(UTF_8), TESLA.length()).get(0);

        Instrument whole = new AssetInstruments(false, 0, 0).instrument(3, tesla, 250 * FixedPoint.ONE);
        Instrument parts = new AssetInstruments(true, 0, 0).instrument(3, tesla, FixedPoint.ONE / 2);

        assertThat(tesla.attributes()).containsExactlyInAnyOrder("has_options", "overnight_tradable");
        assertThat(whole.assetClass()).isEqualTo(AssetClass.EQUITY);
        assertThat(whole.tickSize()).isEqualTo(FixedPoint.ONE / 100);
        assertThat(whole.lotSize()).isEqualTo(FixedPoint.ONE);
        assertThat(parts.tickSize()).isEqualTo(FixedPoint.ONE / 10_000);
        assertThat(parts.lotSize()).isEqualTo(1);
        assertThat(parts.minNotional()).isEqualTo(FixedPoint.ONE);
    }

    @Test
    void shouldMakeAnInstrumentOfACoin() {
        Asset asset = assets.read(BITCOIN.getBytes(UTF_8), BITCOIN.length()).get(0);

        Instrument bitcoin = new AssetInstruments(true, 15, 25).instrument(0, asset, 1);

        assertThat(bitcoin.assetClass()).isEqualTo(AssetClass.SPOT);
        assertThat(bitcoin.baseAsset()).isEqualTo("BTC");
        assertThat(bitcoin.quoteAsset()).isEqualTo("USD");
        assertThat(bitcoin.lotSize()).as("finer than our 8 decimals").isEqualTo(1);
        assertThat(bitcoin.minQuantity()).isEqualTo(FixedPoint.ONE / 10_000);
        assertThat(bitcoin.tickSize()).isEqualTo(FixedPoint.ONE / 100);
        assertThat(bitcoin.takerFee()).isEqualTo(25);
    }

    @Test
    void shouldRefuseAnAssetOfAKindItDoesNotTrade() {
        String option = TESLA.replace("us_equity", "us_option");
        Asset asset = assets.read(option.getBytes(UTF_8), option.length()).get(0);

        assertThatThrownBy(() -> new AssetInstruments(true, 0, 0).instrument(0, asset, 1))
                .hasMessageContaining("symbol=TSLA");
    }

    @Test
    void shouldReadRecordedAccounts() {
        var recorded = RecordedExchanges.of("GET", "/v2/account", 200);

        Account account = accounts.read(recorded.get(0).bytes(), recorded.get(0).bytes().length);

        assertThat(account.status()).isEqualTo("ACTIVE");
        assertThat(account.cash()).isEqualTo(103_160 * FixedPoint.ONE);
        assertThat(account.buyingPower()).isEqualTo(412_640 * FixedPoint.ONE);
        assertThat(account.multiplier()).isEqualTo(4 * FixedPoint.ONE);
        assertThat(account.isShortingEnabled()).isTrue();
        assertThat(account.block()).isEqualTo(Account.Block.NONE);
        assertThat(recorded).allMatch(e -> accounts.read(e.bytes(), e.bytes().length) != null);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"status\":\"ONBOARDING\"}', NOT_ACTIVE",
        "'{\"status\":\"ACTIVE\",\"account_blocked\":true}', ACCOUNT_BLOCKED",
        "'{\"status\":\"ACTIVE\",\"trading_blocked\":true}', TRADING_BLOCKED",
        "'{\"status\":\"ACTIVE\",\"trade_suspended_by_user\":true}', SUSPENDED_BY_USER",
        "'{\"status\":\"ACTIVE\",\"pattern_day_trader\":true}', NONE"
    })
    void shouldSayWhyAnAccountMayNotTrade(String body, Account.Block block) {
        assertThat(accounts.read(body.getBytes(UTF_8), body.length()).block()).isEqualTo(block);
    }

    @Test
    void shouldAgreeWithTheRecordedCalendarAndClock() {
        CalendarCheck check = new CalendarCheck(new NyseCalendar());
        byte[] days = RecordedExchanges.of("GET", "calendar.*", 200).get(0).bytes();
        byte[] clock = RecordedExchanges.of("GET", "clock", 200).get(0).bytes();

        assertThat(check.days(LocalDate.of(2019, 6, 1), LocalDate.of(2019, 7, 1), calendars.days(days, days.length)))
                .isEmpty();
        assertThat(check.clock(calendars.clock(clock, clock.length))).isEmpty();
    }

    @Test
    void shouldAnswerNullForWhatCannotBeRead() {
        long seed = 23;
        Random random = new Random(seed);
        for (String text : List.of("<html>", "", "[", "{\"status\":1}", "[{\"date\":\"soon\"}]", "{}", "[1]")) {
            byte[] body = text.getBytes(UTF_8);
            assertThat(accounts.read(body, body.length)).as(text).isNull();
            assertThat(calendars.clock(body, body.length)).as(text).isNull();
            assertThat(calendars.days(body, body.length)).as(text).isNull();
            assertThat(assets.read(body, body.length)).as(text).isNull();
        }
        for (int i = 0; i < 20_000; i++) {
            byte[] body = TESLA.getBytes(UTF_8);
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            int length = random.nextInt(body.length);
            assertThat(assets.read(body, length)).as("seed=%d", seed).isNull();
        }
    }
}
