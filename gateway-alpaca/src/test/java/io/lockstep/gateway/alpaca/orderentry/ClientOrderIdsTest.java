package io.lockstep.gateway.alpaca.orderentry;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.testing.AllocationMeter;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientOrderIdsTest {
    private final ClientOrderIds ids = new ClientOrderIds(0x0123456789ABCDEFL);

    @Test
    void shouldCarryRunOrderAndStrategy() {
        assertThat(ids.of(0xA2B01, 3)).hasToString("LS-0123456789abcdef-00000000000a2b01-3");
    }

    @Test
    void shouldFindOrderAndStrategyAgain() {
        long seed = 17;
        Random random = new Random(seed);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            long orderId = random.nextLong() & Long.MAX_VALUE;
            int strategyId = random.nextInt(100_000_000);
            String id = ids.of(orderId, strategyId).toString();

            assertThat(ids.orderId(id)).as("seed=%d", seed).isEqualTo(orderId);
            assertThat(ids.strategyId(id)).as("seed=%d", seed).isEqualTo(strategyId);
            assertThat(seen.add(id)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "LS-000000000042",
                "6fe20a99-49de-4488-bc5d-8f1620fe57da",
                "LS-0123456789abcdee-00000000000a2b01-3",
                "LS-0123456789ABCDEF-00000000000a2b01-3",
                "LS-0123456789abcdef-00000000000a2b01-",
                "LS-0123456789abcdef-00000000000a2b01-3x",
                "LS-0123456789abcdef-00000000000a2b01-123456789",
                "LS-0123456789abcdef_00000000000a2b01-3",
                "XS-0123456789abcdef-00000000000a2b01-3"
            })
    void shouldNotTakeSomebodyElsesIdForOurs(String id) {
        assertThat(ids.orderId(id)).isEqualTo(ClientOrderIds.NOT_OURS);
        assertThat(ids.strategyId(id)).isZero();
    }

    @Test
    void shouldNotAllocate() {
        long allocated = AllocationMeter.bytes(200_000, i -> ids.orderId(ids.of(i, i)));

        assertThat(allocated).isZero();
    }
}
