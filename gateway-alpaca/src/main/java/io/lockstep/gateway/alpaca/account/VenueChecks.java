package io.lockstep.gateway.alpaca.account;

import io.lockstep.engine.calendar.CalendarCheck;
import io.lockstep.engine.calendar.CalendarCheck.VenueClock;
import io.lockstep.engine.calendar.CalendarCheck.VenueDay;
import io.lockstep.engine.calendar.CalendarDifference;
import io.lockstep.engine.calendar.NyseCalendar;
import io.lockstep.gateway.alpaca.orderentry.RestRequests;
import io.lockstep.gateway.alpaca.reference.Account;
import io.lockstep.gateway.alpaca.reference.AccountReader;
import io.lockstep.gateway.alpaca.reference.CalendarReader;
import io.lockstep.transport.ratelimit.Priority;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What must hold before an order may go out: the venue's clock and calendar agree with ours, and the account may trade. Each difference is
 * told as a {@code VenueError}. One thread.
 */
final class VenueChecks {
    private static final int DAYS_BACK = 7;
    private static final int DAYS_AHEAD = 365;

    private final RestRequests requests = new RestRequests();
    private final CalendarReader reader = new CalendarReader();
    private final AccountReader accounts = new AccountReader();
    private final AccountParts parts;
    private final CalendarCheck check;
    private final Executor thread;

    VenueChecks(AccountParts parts, Executor thread) {
        this.parts = parts;
        this.check = new CalendarCheck(parts.calendar());
        this.thread = thread;
    }

    /**
     * Reads the venue's clock and tells how far it is from ours.
     *
     * @param then told what it says; null when it could not be had
     */
    void clock(Consumer<@Nullable VenueClock> then) {
        parts.rest().send(requests.clock(), Priority.ORDINARY, thread, reply -> {
            VenueClock clock = reply.isSuccess() ? reader.clock(reply.body(), reply.body().length) : null;
            if (clock == null) {
                tell(reply.status(), "CLOCK_NOT_READ", reply.toString());
            } else {
                long roundTripNs = reply.receivedNs() - reply.sentNs();
                parts.status().clock(clock.timeNs() - (reply.sentNs() + roundTripNs / 2), roundTripNs);
            }
            then.accept(clock);
        });
    }

    /** Compares clock and calendar with ours. */
    void calendar(Consumer<Boolean> then) {
        clock(clock -> {
            if (clock == null) {
                then.accept(false);
            } else {
                boolean agrees = agrees(check.clock(clock));
                days(clock, agree -> then.accept(agrees && agree));
            }
        });
    }

    /** Asks whether the account may trade. */
    void account(Consumer<Boolean> then) {
        parts.rest().send(requests.account(), Priority.ORDINARY, thread, reply -> {
            Account account = reply.isSuccess() ? accounts.read(reply.body(), reply.body().length) : null;
            boolean mayTrade = account != null && account.block() == Account.Block.NONE;
            if (account == null) {
                tell(reply.status(), "ACCOUNT_NOT_READ", reply.toString());
            } else if (!mayTrade) {
                tell(reply.status(), "ACCOUNT_" + account.block(), "status=" + account.status());
            }
            then.accept(mayTrade);
        });
    }

    private void days(VenueClock clock, Consumer<Boolean> then) {
        LocalDate today = Instant.ofEpochSecond(0, clock.timeNs())
                .atZone(NyseCalendar.NEW_YORK)
                .toLocalDate();
        LocalDate from = today.minusDays(DAYS_BACK);
        LocalDate last = LocalDate.of(NyseCalendar.LAST_YEAR, 12, 31);
        LocalDate to = today.plusDays(DAYS_AHEAD).isAfter(last) ? last : today.plusDays(DAYS_AHEAD);
        parts.rest().send(requests.calendar(from.toString(), to.toString()), Priority.ORDINARY, thread, reply -> {
            List<VenueDay> days = reply.isSuccess() ? reader.days(reply.body(), reply.body().length) : null;
            if (days == null) {
                tell(reply.status(), "CALENDAR_NOT_READ", reply.toString());
            }
            then.accept(days != null && agrees(check.days(from, to, days)));
        });
    }

    private boolean agrees(List<CalendarDifference> differences) {
        if (!differences.isEmpty()) {
            CalendarDifference first = differences.get(0);
            tell(
                    0,
                    "CALENDAR_DIFFERS",
                    "differences=" + differences.size() + ", first=" + first.kind() + " on " + first.date() + ", ours="
                            + first.ours() + ", venue=" + first.venue());
        }
        return differences.isEmpty();
    }

    private void tell(int venueCode, String word, String detail) {
        parts.status().error(parts.accountId(), venueCode, word, detail);
    }
}
