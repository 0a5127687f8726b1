package io.lockstep.gateway.alpaca.execution;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.AccountReportEncoder;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.MessageHeaderEncoder;
import io.lockstep.engine.sbe.PositionReportEncoder;
import io.lockstep.engine.sbe.ReportSource;
import io.lockstep.gateway.alpaca.reference.Account;
import io.lockstep.gateway.alpaca.wire.BodyReader;
import io.lockstep.gateway.alpaca.wire.Symbols;
import io.lockstep.transport.json.JsonCursor;
import io.lockstep.transport.json.JsonKeys;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns what the venue says when asked, at start, after a gap and now and then, into reports: orders, fills, positions, cash. Read orders
 * before fills: a fill names only the venue's order id, and the order body tells whose that is. Owned by the network thread; cold path.
 */
public final class AccountQueries {
    /** Answer of {@link #fills} for a page that could not be read. */
    public static final String UNREADABLE = "?";

    private static final JsonKeys FILL =
            JsonKeys.of("id", "transaction_time", "price", "qty", "side", "symbol", "order_id", "cum_qty");
    private static final JsonKeys POSITION = JsonKeys.of("symbol", "qty", "avg_entry_price");
    private static final String ID_SEPARATOR = "::";

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final PositionReportEncoder positionReport = new PositionReportEncoder();
    private final AccountReportEncoder accountReport = new AccountReportEncoder();
    private final BodyReader reader = new BodyReader();
    private final Execution execution = new Execution();
    private final Symbols symbols;
    private final OrderBody order;
    private final OrderReports reports;
    private final EventPublisher publisher;
    private final int accountId;
    private final ReportCounters counters;
    private int reported;
    private long lastSubmittedNs = BodyReader.MISSING;

    AccountQueries(
            Symbols symbols, OrderReports reports, EventPublisher publisher, int accountId, ReportCounters counters) {
        this.symbols = symbols;
        this.order = new OrderBody(symbols);
        this.reports = reports;
        this.publisher = publisher;
        this.accountId = accountId;
        this.counters = counters;
    }

    /**
     * Reports how every order of a list of open ones stands.
     *
     * @return number of orders listed, or -1 when the body could not be read to its end
     */
    public int openOrders(byte[] body, int length, long nowNs) {
        reported = 0;
        return eachOrder(body, length, () -> {
            // one that ended while the list was made is told by the stream
            if (!order.status.isFinal()) {
                report(ExecType.STATUS, ReportSource.RECONCILIATION, nowNs);
            }
        });
    }

    /**
     * Learns from a list of past orders whose they are, so that fills find their owner.
     *
     * @return number of orders listed, or -1 when the body could not be read to its end
     */
    public int learn(byte[] body, int length) {
        return eachOrder(body, length, () -> reports.learn(order));
    }

    /**
     * Reports how those of ours ended that are in a list of past orders. A filled one is not reported: its fills are, and end it.
     *
     * @return number of orders listed, or -1 when the body could not be read to its end
     */
    public int ended(byte[] body, int length, long nowNs) {
        return eachOrder(body, length, () -> {
            boolean ended = order.status.isFinal() && order.status != OrderStatus.FILLED;
            if (ended && reports.learn(order)) {
                report(order.status.execType(), ReportSource.QUERY, nowNs);
            }
        });
    }

    /**
     * Reports every fill of a page that was not reported before. One of an order that is not ours counts only from a time on: what others
     * did before is in the position an account begins with.
     *
     * @param foreignSinceNs that time, UTC, nanoseconds
     * @return the last one's id, to ask for the next page with; empty for an empty page, {@link #UNREADABLE} for one that could not be read
     */
    public String fills(byte[] body, int length, long foreignSinceNs, long nowNs) {
        JsonCursor cursor = reader.wrap(body, 0, length).cursor();
        String last = "";
        reported = 0;
        cursor.beginArray();
        while (cursor.nextElement()) {
            String id = readFill(cursor);
            if (!cursor.isFaulty()) {
                fill(foreignSinceNs, nowNs);
                last = id;
            }
        }
        return finished(cursor) ? last : UNREADABLE;
    }

    /** Number of entries of the last list that were reported. */
    public int reported() {
        return reported;
    }

    /** When the last order of the last list was submitted, UTC, nanoseconds, to ask for the next page with. */
    public long lastSubmittedNs() {
        return lastSubmittedNs;
    }

    /**
     * Reports every position. Positions in symbols of no instrument are counted as incomplete; the last report is marked as such.
     *
     * @return number of positions reported, or -1 when the body could not be read: then none was
     */
    public int positions(byte[] body, int length, long nowNs) {
        JsonCursor cursor = reader.wrap(body, 0, length).cursor();
        List<long[]> positions = new ArrayList<>();
        cursor.beginArray();
        while (cursor.nextElement()) {
            long[] position = readPosition(cursor);
            if (position[0] == Symbols.UNKNOWN || position[1] == BodyReader.MISSING) {
                counters.count(ReportIssue.INCOMPLETE);
            } else {
                positions.add(position);
            }
        }
        if (!finished(cursor)) {
            return -1;
        }
        for (int i = 0; i < positions.size(); i++) {
            publish(positions.get(i), i == positions.size() - 1, nowNs);
        }
        return positions.size();
    }

    /** Reports the account's cash; negative when borrowed. */
    public void cash(Account account, long nowNs) {
        EngineEvent event = publisher.claim();
        accountReport
                .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .accountId(accountId)
                .source(ReportSource.RECONCILIATION)
                .exchangeTimeNs(nowNs)
                .free(account.cash())
                .locked(0)
                .asset(account.currency());
        accountReport.flags().clear().last(true);
        event.complete(accountReport.limit(), nowNs);
        publisher.publish(event);
    }

    private int eachOrder(byte[] body, int length, Runnable action) {
        JsonCursor cursor = reader.wrap(body, 0, length).cursor();
        int count = 0;
        cursor.beginArray();
        while (cursor.nextElement()) {
            order.read(reader);
            if (!cursor.isFaulty()) {
                action.run();
                lastSubmittedNs = order.submittedNs;
                count++;
            }
        }
        return finished(cursor) ? count : -1;
    }

    private void report(ExecType type, ReportSource source, long nowNs) {
        boolean complete = reports.order(order, type, source, BodyReader.MISSING, order.status.wire(), nowNs);
        reported += complete ? 1 : 0;
    }

    private void fill(long foreignSinceNs, long nowNs) {
        if (!reports.learn(order) && execution.timeNs < foreignSinceNs) {
            counters.count(ReportIssue.FOREIGN_PAST_FILL);
        } else if (reports.fill(order, execution, ReportSource.RECONCILIATION, nowNs)) {
            reported++;
        }
    }

    /** Reads one fill into the order and the execution; its id. */
    private String readFill(JsonCursor cursor) {
        String id = "";
        order.clear();
        execution.clear();
        cursor.beginObject();
        for (int key = cursor.nextKey(FILL); key != JsonCursor.END; key = cursor.nextKey(FILL)) {
            switch (key) {
                case 0 -> id = reader.textOrEmpty();
                case 1 -> execution.timeNs = reader.time();
                case 2 -> execution.price = reader.decimal();
                case 3 -> execution.quantity = reader.decimal();
                case 4 -> order.readSide(cursor);
                case 5 -> order.readInstrument(cursor);
                case 6 -> order.readVenueOrderId(reader);
                case 7 -> order.filledQuantity = reader.decimal();
                default -> cursor.skipValue();
            }
        }
        int separator = id.indexOf(ID_SEPARATOR);
        execution.id.append(separator < 0 ? id : id.substring(separator + ID_SEPARATOR.length()));
        return id;
    }

    private long[] readPosition(JsonCursor cursor) {
        long[] position = {Symbols.UNKNOWN, BodyReader.MISSING, BodyReader.MISSING};
        cursor.beginObject();
        for (int key = cursor.nextKey(POSITION); key != JsonCursor.END; key = cursor.nextKey(POSITION)) {
            switch (key) {
                case 0 -> {
                    cursor.readText();
                    position[0] = symbols.instrumentId(cursor.textBytes(), cursor.textOffset(), cursor.textLength());
                }
                case 1, 2 -> position[key] = reader.decimal();
                default -> cursor.skipValue();
            }
        }
        return position;
    }

    private void publish(long[] position, boolean last, long nowNs) {
        EngineEvent event = publisher.claim();
        positionReport
                .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                .accountId(accountId)
                .instrumentId((int) position[0])
                .source(ReportSource.RECONCILIATION)
                .exchangeTimeNs(nowNs)
                .quantity(position[1])
                .entryPrice(position[2])
                .liquidationPrice(FixedPoint.NULL)
                .leverage(PositionReportEncoder.leverageNullValue());
        positionReport.flags().clear().last(last);
        event.complete(positionReport.limit(), nowNs);
        publisher.publish(event);
    }

    private boolean finished(JsonCursor cursor) {
        cursor.finish();
        if (cursor.isFaulty()) {
            counters.count(ReportIssue.UNREADABLE);
        }
        return !cursor.isFaulty();
    }
}
