package io.lockstep.transport.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DialerTest {
    @Test
    void shouldForgetADialWhoseThreadsEndWhileTheNameIsLookedUp() throws Exception {
        IoThreads io = IoThreads.open(IoSettings.DEFAULT);
        EventLoop loop = io.next();
        CountDownLatch lookedUp = new CountDownLatch(20);
        Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure));
        try (HostResolver resolver = new HostResolver()) {
            Dialer dialer = new Dialer(io, resolver, new ClientTls(TlsSettings.DEFAULT));
            io.close();

            Future<Channel> dialled = dialer.dial(
                    Endpoint.parse("ws://127.0.0.1:1/"), loop, new DialOptions(1_000, 1 << 16), new Nothing());
            for (int i = 0; i < 20; i++) {
                resolver.resolve("127.0.0.1", found -> lookedUp.countDown());
            }

            assertThat(lookedUp.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(dialled.isDone()).isFalse();
            assertThat(uncaught).isEmpty();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    private static final class Nothing extends ChannelInitializer<Channel> {
        @Override
        protected void initChannel(Channel channel) {}
    }
}
