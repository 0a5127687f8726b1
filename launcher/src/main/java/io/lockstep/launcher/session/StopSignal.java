package io.lockstep.launcher.session;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Notes SIGTERM and SIGINT, so that a session stops between two events and the process ends with its own exit code. A second signal ends
 * the process at once.
 */
public final class StopSignal implements BooleanSupplier {
    private static final int INTERRUPTED = 130;

    private final AtomicBoolean requested = new AtomicBoolean();
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Starts to listen. */
    public StopSignal() {
        listen("TERM");
        listen("INT");
    }

    @Override
    public boolean getAsBoolean() {
        return requested.get();
    }

    /** Asks for a stop, as a signal would. */
    public void request() {
        if (!requested.compareAndSet(false, true)) {
            Runtime.getRuntime().halt(INTERRUPTED);
        }
        stopped.countDown();
    }

    /** Waits until a stop is asked for. */
    public void await() throws InterruptedException {
        stopped.await();
    }

    /** The JDK's signal API has no supported name; without it the signal ends the process, which loses nothing that was journaled. */
    private void listen(String name) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler onSignal = (proxy, method, arguments) -> {
                request();
                return null;
            };
            Object proxy = Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {handler}, onSignal);
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JVM cannot listen to signals: signal=" + name, e);
        }
    }
}
