package io.lockstep.launcher.cli.screen;

import io.lockstep.launcher.kill.AccountSweep.Standing;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Where an account stands, as a row of a report. */
public final class Standings {
    private static final int UNKNOWN = -1;

    private Standings() {}

    /** One account at one venue as a row of a report. */
    public static Map<String, Object> row(Standing standing) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("account", standing.account());
        row.put("phase", standing.phase().name().toLowerCase(Locale.ROOT));
        row.put("openOrders", count(standing.openOrders()));
        row.put("openPositions", count(standing.openPositions()));
        row.put("cancels", standing.cancels());
        row.put("failures", standing.failures());
        row.put("lastFailure", standing.lastFailure());
        return row;
    }

    private static Object count(int count) {
        return count == UNKNOWN ? "not asked" : count;
    }
}
