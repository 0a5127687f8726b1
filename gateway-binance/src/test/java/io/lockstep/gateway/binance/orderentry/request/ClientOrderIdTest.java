package io.lockstep.gateway.binance.orderentry.request;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientOrderIdTest {
    @Test
    void shouldComeBackFromItsText() {
        long seed = 11;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            long run = random.nextLong();
            long order = i % 2 == 0 ? random.nextLong() : random.nextInt(1_000_000);

            char purpose = "SCX".charAt(random.nextInt(3));

            byte[] id = new byte[ClientOrderId.LENGTH];
            ClientOrderId.encode(purpose, run, order, id, 0);

            assertThat(new String(id, US_ASCII)).as("seed %d", seed).matches("[A-Za-z0-9_-]{1,36}");
            assertThat(ClientOrderId.isOurs(run, id, 0, id.length)).isTrue();
            assertThat(ClientOrderId.purpose(id, 0)).isEqualTo(purpose);
            assertThat(ClientOrderId.orderId(id, 0)).isEqualTo(order);
            assertThat(ClientOrderId.isOurs(run + 1, id, 0, id.length)).isFalse();
        }
    }

    @Test
    void shouldSortInTheOrderOfOrders() {
        String earlier = new String(encode(7, 1_000), US_ASCII);
        String later = new String(encode(7, 1_001), US_ASCII);

        assertThat(earlier).isLessThan(later);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "LS-7-1",
                "autoclose-1234567890123456",
                "adl_autoclose",
                "web_0123456789abcdef012345",
                "LS---------------------!",
                "LSz---------------------",
                "XS----------------------"
            })
    void shouldNotTakeForeignIdsForOurs(String text) {
        byte[] bytes = text.getBytes(US_ASCII);

        assertThat(ClientOrderId.isOurs(0, bytes, 0, bytes.length)).isFalse();
    }

    private static byte[] encode(long run, long order) {
        byte[] id = new byte[ClientOrderId.LENGTH];
        ClientOrderId.encode(ClientOrderId.ORDER, run, order, id, 0);
        return id;
    }
}
