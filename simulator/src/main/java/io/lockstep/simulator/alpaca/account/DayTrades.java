package io.lockstep.simulator.alpaca.account;

import io.lockstep.engine.calendar.TradingDay;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.alpaca.api.ApiError;
import io.lockstep.simulator.alpaca.market.Asset;
import io.lockstep.simulator.alpaca.market.Sessions;
import java.util.ArrayList;
import java.util.List;

/**
 * Positions opened and closed on one day. Where the protection is on, the fourth within five trading days is refused below 25,000
 * dollars of equity. The rule ended in June 2026, so it is off unless asked for; an account's history may still carry its refusals.
 */
public final class DayTrades {
    private static final long LEAST_EQUITY = 25_000 * FixedPoint.ONE;
    private static final int ALLOWED = 3;
    private static final int DAYS = 5;

    private final Sessions sessions;
    private final boolean protection;
    private final List<Opening> openings = new ArrayList<>();
    private final List<Opening> dayTrades = new ArrayList<>();

    private record Opening(int accountId, int assetId, int sessionId) {}

    /**
     * Nobody has traded.
     *
     * @param protection whether the rule applies
     */
    public DayTrades(Sessions sessions, boolean protection) {
        this.sessions = sessions;
        this.protection = protection;
    }

    /**
     * Lets an order that closes a position pass.
     *
     * @throws ApiError 403 with 40310100 if it would be a day trade too many
     */
    void check(int accountId, Asset asset, long equity, long nowNs) {
        boolean dayTrade = openings.contains(today(accountId, asset, nowNs));
        if (protection && dayTrade && equity < LEAST_EQUITY && count(accountId, nowNs) >= ALLOWED) {
            throw new ApiError(403, 40310100, "trade denied due to pattern day trading protection");
        }
    }

    /** Notes a fill that opened or closed. */
    public void fill(int accountId, Asset asset, boolean opens, long nowNs) {
        Opening today = today(accountId, asset, nowNs);
        if (opens && !openings.contains(today)) {
            openings.add(today);
        } else if (!opens && openings.remove(today)) {
            dayTrades.add(today);
        }
    }

    /** Day trades of an account in this trading day and the four before it. */
    public int count(int accountId, long nowNs) {
        TradingDay from = sessions.calendar().dayAt(nowNs);
        for (int i = 1; i < DAYS; i++) {
            from = sessions.calendar().dayAt(from.fromNs() - 1);
        }
        int oldest = from.sessionId();
        return (int) dayTrades.stream()
                .filter(each -> each.accountId() == accountId && each.sessionId() >= oldest)
                .count();
    }

    private Opening today(int accountId, Asset asset, long nowNs) {
        return new Opening(
                accountId, asset.id(), sessions.calendar().dayAt(nowNs).sessionId());
    }
}
