package io.lockstep.gateway.binance.marketdata.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.gateway.binance.TestInstruments;
import io.lockstep.gateway.binance.reference.SymbolTable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlainReaderTest {
    private static final List<String> NAMES =
            List.of("BTCUSDT", "ETHUSDT", "BTCUSD", "BTCUSDC", "A", "1000PEPEUSDT", "BTCUSDTX");

    private final SymbolTable symbols = TestInstruments.symbols(NAMES.toArray(String[]::new));
    private final PlainReader reader = new PlainReader();

    @Test
    void shouldFindEverySymbolWhateverWasFoundBefore() {
        Random random = new Random(20261121);
        for (int i = 0; i < 20_000; i++) {
            int wanted = random.nextInt(NAMES.size());
            String text = '"' + NAMES.get(wanted) + '"' + (random.nextBoolean() ? ",\"b\":\"1\"" : "}");
            reader.wrap(text.getBytes(StandardCharsets.US_ASCII), 0);

            assertThat(reader.symbol(symbols)).as("seed 20261121, %s", text).isEqualTo(wanted);
            assertThat(reader.position()).isEqualTo(NAMES.get(wanted).length() + 2);
        }
    }

    @Test
    void shouldNotTakeOneSymbolForAnother() {
        find("\"BTCUSDT\"");

        assertThat(find("\"BTCUSDX\"")).isEqualTo(SymbolTable.NOT_FOUND);
        assertThat(find("\"BTCUSDT")).isEqualTo(SymbolTable.NOT_FOUND);
        assertThat(find("xBTCUSDT\"")).isEqualTo(SymbolTable.NOT_FOUND);
        assertThat(find("\"BTCUSDT\"")).isZero();
    }

    private int find(String text) {
        reader.wrap(text.getBytes(StandardCharsets.US_ASCII), 0);
        return reader.symbol(symbols);
    }
}
