package io.lockstep.engine.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OrderIdsTest {
    @Test
    void shouldGiveEachPlaceOfEachEventItsOwnId() {
        assertThat(OrderIds.of(1, 0)).isEqualTo(256);
        assertThat(OrderIds.of(1, 255)).isEqualTo(511);
        assertThat(OrderIds.of(2, 0)).isEqualTo(512);
    }

    @Test
    void shouldNameTheEventOfAnId() {
        assertThat(OrderIds.sequence(OrderIds.of(123_456_789_012L, 200))).isEqualTo(123_456_789_012L);
    }

    @Test
    void shouldRefuseAPlaceThatDoesNotExist() {
        assertThatThrownBy(() -> OrderIds.of(1, 256)).hasMessageContaining("index=256");
        assertThatThrownBy(() -> OrderIds.of(1, -1)).hasMessageContaining("index=-1");
    }
}
