package io.lockstep.transport.loopback;

import io.lockstep.transport.net.Endpoint;
import io.lockstep.transport.net.Scheme;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A server of blocking sockets that runs a script for each connection, on a thread of its own. No Netty on this side. */
public final class LoopbackServer implements AutoCloseable {
    /** What the server does with one connection; the connection is closed when it returns. */
    @FunctionalInterface
    public interface Script {
        /** @param number of the connection, from 1 */
        void run(Peer peer, int number) throws IOException;
    }

    private final ServerSocket listening;
    private final Script script;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    private LoopbackServer(ServerSocket listening, Script script) {
        this.listening = listening;
        this.script = script;
    }

    /** Listens in the clear. */
    public static LoopbackServer start(Script script) throws IOException {
        return start(ServerSocketFactory.getDefault(), script);
    }

    /** Listens on what {@code factory} makes. */
    public static LoopbackServer start(ServerSocketFactory factory, Script script) throws IOException {
        ServerSocket listening = factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        LoopbackServer server = new LoopbackServer(listening, script);
        daemon(server::acceptAll);
        return server;
    }

    /** Where it listens. */
    public Endpoint endpoint(Scheme scheme) {
        return new Endpoint(scheme, "127.0.0.1", listening.getLocalPort(), "/");
    }

    /** Connections accepted so far. */
    public int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void acceptAll() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                sockets.add(socket);
                int number = connections.incrementAndGet();
                daemon(() -> serve(socket, number));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket, int number) {
        try (socket) {
            script.run(new Peer(socket), number);
        } catch (IOException e) {
            // the client went away, which many tests want
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "loopback-server");
        thread.setDaemon(true);
        thread.start();
    }
}
