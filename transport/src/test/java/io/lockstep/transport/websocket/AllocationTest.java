package io.lockstep.transport.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.transport.loopback.EchoPair;
import io.lockstep.transport.loopback.TestPki;
import io.lockstep.transport.net.Scheme;
import io.lockstep.transport.net.TlsSettings;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a message costs in allocation, on the network thread of a real socket. What is left comes from Netty's leak detector, which
 * samples buffers unless {@code io.netty.leakDetection.level} is {@code disabled}, and with TLS from the JDK's engine.
 */
@Timeout(120)
class AllocationTest {
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private volatile long before;
    private volatile long after;

    @Test
    void shouldAllocateNothingWhileListening() throws Exception {
        double bytesPerMessage = stream(ServerSocketFactory.getDefault(), TlsSettings.DEFAULT, Scheme.WS);

        assertThat(bytesPerMessage).isLessThan(0.5);
    }

    @Test
    void shouldAllocateLittleWhileListeningThroughTls(@TempDir Path folder) throws Exception {
        TestPki pki = new TestPki();

        double bytesPerMessage = stream(pki.good(), pki.trust(folder), Scheme.WSS);

        assertThat(bytesPerMessage).isLessThan(100);
    }

    @Test
    void shouldAllocateLittleWhileAnsweringEachMessage() throws Exception {
        long rounds = 30_000;
        long warm = 10_000;
        try (EchoPair pair = EchoPair.pingPong(
                120, rounds, new Runnable[] {this::markBefore, this::markAfter}, new long[] {warm, rounds})) {
            assertThat(pair.await(100)).isTrue();
        }

        assertThat((double) (after - before) / (rounds - warm)).isLessThan(100);
    }

    private double stream(ServerSocketFactory sockets, TlsSettings tls, Scheme scheme) throws Exception {
        long messages = 300_000;
        long warm = 100_000;
        try (EchoPair pair = EchoPair.stream(
                sockets, tls, scheme, 120, messages, new Runnable[] {this::markBefore, this::markAfter}, new long[] {
                    warm, messages
                })) {
            assertThat(pair.await(100)).isTrue();
        }
        return (double) (after - before) / (messages - warm);
    }

    private void markBefore() {
        before = THREADS.getCurrentThreadAllocatedBytes();
    }

    private void markAfter() {
        after = THREADS.getCurrentThreadAllocatedBytes();
    }
}
