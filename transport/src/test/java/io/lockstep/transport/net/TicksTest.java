package io.lockstep.transport.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TicksTest {
    private final EventLoop loop = new DefaultEventLoop();

    @AfterEach
    void close() {
        loop.shutdownGracefully(0, 0, TimeUnit.SECONDS);
    }

    @Test
    void shouldTickUntilCancelled() throws Exception {
        CountDownLatch ticks = new CountDownLatch(3);
        AtomicInteger outside = new AtomicInteger();

        Future<?> ticking = Ticks.every(1, loop, () -> {
            ticks.countDown();
            outside.addAndGet(loop.inEventLoop() ? 0 : 1);
        });

        assertThat(ticks.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(ticking.cancel(false)).isTrue();
        assertThat(outside).hasValue(0);
    }
}
