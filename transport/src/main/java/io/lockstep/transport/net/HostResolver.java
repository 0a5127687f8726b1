package io.lockstep.transport.net;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Turns host names into addresses on threads of its own: the JDK's lookup blocks, and a slow name server must not stall the sockets
 * that are up. Where a name has several addresses, each attempt gets the next.
 */
public final class HostResolver implements AutoCloseable {
    private static final int THREADS = 2;

    private final ExecutorService lookups =
            Executors.newFixedThreadPool(THREADS, new DefaultThreadFactory("lockstep-dns", true));
    private final AtomicInteger turn = new AtomicInteger();

    /** Looks up one address of {@code host} and hands it over on a thread of the resolver. */
    void resolve(String host, Consumer<Resolution> then) {
        lookups.execute(() -> then.accept(lookUp(host)));
    }

    /** Ends the threads; lookups not yet done are never answered. */
    @Override
    public void close() {
        lookups.shutdownNow();
    }

    private Resolution lookUp(String host) {
        try {
            InetAddress[] addresses = InetAddress.getAllByName(host);
            return new Resolution.Found(addresses[Math.floorMod(turn.getAndIncrement(), addresses.length)]);
        } catch (UnknownHostException e) {
            return new Resolution.Failed(e);
        }
    }
}
