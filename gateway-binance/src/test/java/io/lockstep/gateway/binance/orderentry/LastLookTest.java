package io.lockstep.gateway.binance.orderentry;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.testkit.CommandDraft;
import io.lockstep.gateway.binance.Allocation;
import io.lockstep.gateway.binance.TestInstruments;
import io.lockstep.gateway.binance.orderentry.signing.TextBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastLookTest {
    private static final String FRAME =
            "{\"id\":\"n7\",\"method\":\"order.place\",\"params\":{\"symbol\":\"%s\",\"side\":\"%s\",\"type\":\"LIMIT\",\"quantity\":\"%s\",\"price\":\"%s\"}}";
    private static final String QUERY = "symbol=%s&side=%s&type=LIMIT&quantity=%s&price=%s";

    private final LastLook look = new LastLook(List.of(TestInstruments.spot(0, "BTCUSDT")));
    private final OrderCommandDecoder command =
            new CommandDraft().limit(256, Side.BUY, FixedPoint.parse("0.5"), FixedPoint.parse("60000.1"));

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "BTCUSDT,BUY,0.5,60000.1,none",
                "BTCUSDT,BUY,0.50000000,60000.10,none",
                "BTCUSDT,BUY,0.4,60000.1,none",
                "ETHUSDT,BUY,0.5,60000.1,symbol",
                "BTCUSDT,SELL,0.5,60000.1,side",
                "BTCUSDT,BUY,0.50000001,60000.1,quantity",
                "BTCUSDT,BUY,5,60000.1,quantity",
                "BTCUSDT,BUY,0,60000.1,quantity",
                "BTCUSDT,BUY,0.5,60000.2,price",
                "BTCUSDT,BUY,0.5,x,price"
            })
    void shouldSayWhatDiffersInTheBytesThatWouldLeave(
            String symbol, String side, String quantity, String price, String expected) {
        String differs = look.differs(command, text(FRAME.formatted(symbol, side, quantity, price)));
        String byRest = look.differsQuery(command, text(QUERY.formatted(symbol, side, quantity, price)));

        assertThat(differs).isEqualTo(expected);
        assertThat(byRest).isEqualTo(differs);
    }

    @ParameterizedTest
    @CsvSource({"{},params", "'{\"params\":{}}',quantity", "'{\"params\":{\"symbol\"',syntax"})
    void shouldRefuseARequestThatSaysTooLittle(String frame, String expected) {
        assertThat(look.differs(command, text(frame))).isEqualTo(expected);
    }

    @Test
    void shouldLetCancelsPass() {
        assertThat(look.differs(new CommandDraft().cancel(512, 256), text("{}")))
                .isNull();
    }

    @Test
    void shouldAllocateNothingForAFrame() {
        TextBuffer frame = text(FRAME.formatted("BTCUSDT", "BUY", "0.5", "60000.1"));

        assertThat(Allocation.bytesOf(20_000, () -> look.differs(command, frame)))
                .isZero();
    }

    private static TextBuffer text(String text) {
        TextBuffer buffer = new TextBuffer(64);
        buffer.put(text.getBytes(US_ASCII));
        return buffer;
    }
}
