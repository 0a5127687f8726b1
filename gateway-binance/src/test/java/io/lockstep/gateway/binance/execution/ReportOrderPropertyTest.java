package io.lockstep.gateway.binance.execution;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.gateway.binance.FakePublisher;
import io.lockstep.gateway.binance.TestInstruments;
import io.lockstep.gateway.binance.orderentry.OrderDirectory;
import io.lockstep.gateway.binance.orderentry.request.ClientOrderId;
import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.gateway.binance.reference.SymbolTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** Answers and events in any order, some of them twice: every fill comes out once, and everything is put down to its order. */
class ReportOrderPropertyTest {
    private static final int RUNS = 500;
    private static final SymbolTable SYMBOLS = TestInstruments.symbols("BTCUSDT");
    private static final long ORDER = 100;

    @Test
    void shouldPublishEachFillOnceInWhateverOrderAnswersAndEventsCome() {
        for (long seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            int fills = random.nextInt(6);
            List<String> story = play(frames(random, fills));

            assertThat(story)
                    .as("seed %d", seed)
                    .allMatch(line -> line.contains(" order=100 strategy=5 "))
                    .filteredOn(line -> line.startsWith("FILL"))
                    .extracting(line -> line.substring(line.lastIndexOf("exec=")))
                    .doesNotHaveDuplicates()
                    .hasSize(fills);
            assertThat(story)
                    .as("seed %d", seed)
                    .filteredOn(line -> line.startsWith("ACCEPTED RESPONSE"))
                    .hasSize(1);
        }
    }

    /** The stream's frames in their order, each perhaps once more later, the answer somewhere between. */
    private static List<String> frames(Random random, int fills) {
        List<String> frames = new ArrayList<>();
        frames.add(event("NEW", "NEW", 0, 0));
        for (int fill = 1; fill <= fills; fill++) {
            frames.add(event("TRADE", fill == 6 ? "FILLED" : "PARTIALLY_FILLED", fill, fill));
        }
        if (random.nextBoolean()) {
            frames.add(event("CANCELED", "CANCELED", fills, 0));
        }
        for (String frame : List.copyOf(frames)) {
            if (random.nextInt(3) == 0) {
                int first = frames.indexOf(frame);
                frames.add(first + 1 + random.nextInt(frames.size() - first), frame);
            }
        }
        frames.add(
                random.nextInt(frames.size() + 1),
                "{\"id\":\"n" + "0000000000000064" + "000005" + "0000" + "000000001"
                        + "\",\"status\":200,\"result\":{\"orderId\":7}}");
        return frames;
    }

    private static List<String> play(List<String> frames) {
        List<String> story = new ArrayList<>();
        FakePublisher publisher = new FakePublisher(event -> story.add(ReportText.of(event)));
        OrderDirectory directory = new OrderDirectory(16);
        directory.opened(ORDER, 5, 0, false, 1, 1);
        UserDataDecoder events = new UserDataDecoder(SYMBOLS, publisher, 7, directory, 1);
        ResponseDecoder answers = new ResponseDecoder(Product.SPOT, SYMBOLS, publisher, 7, directory, 1);
        for (String frame : frames) {
            byte[] bytes = frame.getBytes(UTF_8);
            UnsafeBuffer buffer = new UnsafeBuffer(bytes);
            if (events.decode(buffer, 0, bytes.length, 1) == UserDataOutcome.RESPONSE) {
                assertThat(answers.decode(buffer, 0, bytes.length, 1)).isEqualTo(ResponseOutcome.ACCEPTED);
            }
        }
        return story;
    }

    private static String event(String happened, String state, int filled, int trade) {
        byte[] id = new byte[ClientOrderId.LENGTH];
        ClientOrderId.encode(ClientOrderId.ORDER, 7, ORDER, id, 0);
        return "{\"subscriptionId\":0,\"event\":{\"e\":\"executionReport\",\"E\":1,\"s\":\"BTCUSDT\",\"c\":\""
                + new String(id, US_ASCII)
                + "\",\"S\":\"BUY\",\"q\":\"6\",\"p\":\"100\",\"C\":\"\",\"x\":\"" + happened + "\",\"X\":\"" + state
                + "\",\"r\":\"NONE\",\"i\":7,\"l\":\"" + (trade > 0 ? 1 : 0) + "\",\"L\":\"100\",\"z\":\"" + filled
                + "\",\"n\":\"0\",\"N\":null,\"T\":1760000000001,\"t\":" + (trade > 0 ? trade : -1)
                + ",\"I\":8641984,\"m\":false}}";
    }
}
