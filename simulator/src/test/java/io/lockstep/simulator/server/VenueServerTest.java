package io.lockstep.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class VenueServerTest {
    @Test
    void shouldServeOnlyTheVenuesThatHaveAPort() {
        try (VenueServer server = server().start(VenuePorts.ofBinance(null, 0))) {
            assertThat(server.ports()).containsOnlyKeys("binance-usdm");
            assertThat(server.port("binance-usdm")).isPositive();
            assertThatThrownBy(() -> server.port("binance-spot"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("venue=binance-spot");
        }
    }

    @Test
    void shouldRefuseToServeNothing() {
        try (VenueServer server = server()) {
            assertThatThrownBy(() -> server.start(VenuePorts.ofBinance(null, null)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void shouldServeNothingWhenAPortIsTaken() {
        try (VenueServer first = server().start(VenuePorts.ofBinance(0, null))) {
            int taken = first.port("binance-spot");

            assertThatThrownBy(() -> server().start(VenuePorts.ofBinance(null, taken)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("port=" + taken);
        }
    }

    @Test
    void shouldRefuseASpeedThatDoesNotMove() {
        try (VenueServer server = server()) {
            assertThatThrownBy(() -> server.tapes(List.of(), 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("speed=0");
        }
    }

    private static VenueServer server() {
        return new VenueServer(VenueServerSettings.defaults(), InstantSource.system());
    }
}
