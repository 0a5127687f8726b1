package io.lockstep.simulator.alpaca.api;

import io.lockstep.simulator.wire.HttpCall;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Faults waiting for requests they fit. */
public final class RequestFaults {
    private final List<Waiting> waiting = new ArrayList<>();
    private long taken;

    private static final class Waiting {
        private final String method;
        private final String pathPrefix;
        private final RequestFault fault;
        private int skip;
        private int times;

        Waiting(String method, String pathPrefix, int skip, int times, RequestFault fault) {
            this.method = method;
            this.pathPrefix = pathPrefix;
            this.skip = skip;
            this.times = times;
            this.fault = fault;
        }

        boolean fits(HttpCall call) {
            return call.method().equals(method) && call.path().startsWith(pathPrefix);
        }
    }

    /**
     * Lets requests go wrong.
     *
     * @param method in capitals
     * @param pathPrefix what their path begins with
     * @param skip how many of them go right first
     * @param times how many then go wrong
     */
    public void add(String method, String pathPrefix, int skip, int times, RequestFault fault) {
        waiting.add(new Waiting(method, pathPrefix, skip, times, fault));
    }

    /** Takes the fault a request meets; null if it goes right. */
    public @Nullable RequestFault take(HttpCall call) {
        for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
            Waiting candidate = each.next();
            if (candidate.fits(call) && --candidate.skip < 0) {
                if (--candidate.times == 0) {
                    each.remove();
                }
                taken++;
                return candidate.fault;
            }
        }
        return null;
    }

    /** How many requests went wrong. */
    public long taken() {
        return taken;
    }
}
