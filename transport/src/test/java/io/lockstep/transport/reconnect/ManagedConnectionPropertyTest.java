package io.lockstep.transport.reconnect;

import static io.lockstep.transport.reconnect.FakeVenue.MS;
import static io.lockstep.transport.reconnect.FakeVenue.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.transport.websocket.EmbeddedSocket;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random venues: whatever happens in whatever order, the connection keeps its promises. */
class ManagedConnectionPropertyTest {
    private static final int STEPS = 600;

    static long[] seeds() {
        return new Random(3).longs(100).toArray();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldKeepItsPromises(long seed) {
        Random random = new Random(seed);
        FakeVenue venue = new FakeVenue(POLICY.withPlannedLife(5_000 * MS), new ConnectBudget(20, 10_000 * MS), seed);
        venue.connection.start();

        for (int i = 0; i < STEPS; i++) {
            step(venue, random);
            assertPromises(venue);
        }
        venue.connection.stop();
        venue.pass(5_000);

        assertToldOnceDown(venue.listener.lines());
        assertThat(venue.sockets).allMatch(EmbeddedSocket::isDisconnected);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldComeUpOnceTheVenueIsWell(long seed) {
        Random random = new Random(seed);
        FakeVenue venue = new FakeVenue(POLICY, new ConnectBudget(20, 10_000 * MS), seed);
        venue.connection.start();
        for (int i = 0; i < STEPS; i++) {
            step(venue, random);
        }

        venue.listener.onOpen = Session::ready;
        for (int i = 0; i < 1_000 && !venue.connection.isUp(); i++) {
            EmbeddedSocket latest = venue.sockets.get(venue.sockets.size() - 1);
            if (!latest.isDisconnected() && !latest.socket().isOpen()) {
                accept(latest);
            }
            venue.pass(50);
        }

        assertThat(venue.connection.isUp()).isTrue();
    }

    private static void step(FakeVenue venue, Random random) {
        EmbeddedSocket socket = venue.sockets.get(Math.max(0, venue.sockets.size() - 1 - random.nextInt(2)));
        switch (random.nextInt(9)) {
            case 0, 1 -> accept(socket);
            case 2, 3 -> ready(venue);
            case 4 -> socket.drop();
            case 5 -> receiveClose(socket);
            case 6 -> venue.connection.replace("random");
            case 7 -> venue.pass(random.nextInt(1_000));
            default -> venue.pass(random.nextInt(50));
        }
    }

    private static void accept(EmbeddedSocket socket) {
        if (!socket.isDisconnected() && !socket.socket().isOpen() && socket.isAwaitingAnswer()) {
            socket.accept();
        }
    }

    private static void receiveClose(EmbeddedSocket socket) {
        if (socket.socket().isOpen()) {
            socket.receiveClose(1001);
        }
    }

    private static void ready(FakeVenue venue) {
        Session latest = venue.listener.session(venue.sockets.size());
        if (latest != null) {
            latest.ready();
        }
    }

    private static void assertPromises(FakeVenue venue) {
        assertThat(venue.connection.session() != null).isEqualTo(venue.connection.isUp());
        long open = venue.sockets.stream().filter(s -> s.socket().isOpen()).count();
        assertThat(open).isLessThanOrEqualTo(2);
    }

    private static void assertToldOnceDown(List<String> lines) {
        List<String> opened = lines.stream()
                .filter(line -> line.startsWith("open "))
                .map(line -> line.substring(5))
                .sorted()
                .toList();
        List<String> down = lines.stream()
                .filter(line -> line.startsWith("down "))
                .map(line -> line.split(" ")[1])
                .sorted()
                .toList();
        assertThat(down).isEqualTo(opened).doesNotHaveDuplicates();
    }
}
