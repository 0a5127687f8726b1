package io.lockstep.gateway.alpaca.orderentry;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.testkit.CommandDraft;
import io.lockstep.gateway.alpaca.wire.JsonText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastLookTest {
    private static final long QUANTITY = FixedPoint.parse("10");

    private final LastLook look = new LastLook();
    private final OrderCommandDecoder command =
            new CommandDraft().limit(256, Side.SELL, QUANTITY, FixedPoint.parse("189.25"));

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "AAPL,sell,10,189.25,none",
                "AAPL,sell,9,189.25,none",
                "MSFT,sell,10,189.25,symbol",
                "AAPL,buy,10,189.25,side",
                "AAPL,sell,10.00000001,189.25,qty",
                "AAPL,sell,0,189.25,qty",
                "AAPL,sell,10,1892.5,limit_price"
            })
    void shouldSayWhatDiffersInTheBodyThatWouldLeave(
            String symbol, String side, String quantity, String price, String expected) {
        JsonText body = body(symbol, side, price).key("qty").text(quantity).close('}');

        assertThat(look.differs(command, "AAPL", QUANTITY, body)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"true,qty", "false,none"})
    void shouldWantAQuantityOfANewOrderOnly(boolean isNew, String expected) {
        OrderCommandDecoder about =
                isNew ? command : new CommandDraft().replace(512, 256, Side.SELL, QUANTITY, FixedPoint.parse("189.25"));

        assertThat(look.differs(
                        about, "AAPL", QUANTITY, body("AAPL", "sell", "189.25").close('}')))
                .isEqualTo(expected);
    }

    private static JsonText body(String symbol, String side, String price) {
        return new JsonText()
                .open('{')
                .key("symbol")
                .text(symbol)
                .key("side")
                .text(side)
                .key("limit_price")
                .text(price);
    }
}
