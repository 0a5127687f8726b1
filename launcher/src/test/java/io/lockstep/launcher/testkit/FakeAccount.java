package io.lockstep.launcher.testkit;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.port.VenueAdmin;
import io.lockstep.engine.port.VenueException;
import java.util.ArrayList;
import java.util.List;

/** An account at a venue in memory that does what it is asked, or fails as it is told. Safe for any number of threads. */
public final class FakeAccount implements VenueAdmin {
    private final List<OpenOrder> orders = new ArrayList<>();
    private final List<OpenPosition> positions = new ArrayList<>();
    private final List<Balance> balances = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private Health health = new Health(0, 1_000, true, false, List.of(), List.of());
    private int failures;
    private int deafCancels;

    /** Puts an order there. */
    public synchronized FakeAccount order(String symbol, String venueOrderId) {
        orders.add(new OpenOrder(symbol, "LS" + venueOrderId, venueOrderId, true, FixedPoint.ONE, 0, FixedPoint.ONE));
        return this;
    }

    /** Puts an order there that another program sent. */
    public synchronized FakeAccount foreignOrder(String symbol, String venueOrderId) {
        return order(symbol, venueOrderId, false, false);
    }

    /** Puts a stop of ours there. */
    public synchronized FakeAccount stop(String symbol, String venueOrderId) {
        return order(symbol, venueOrderId, true, true);
    }

    private FakeAccount order(String symbol, String venueOrderId, boolean ours, boolean conditional) {
        orders.add(new OpenOrder(
                symbol,
                ours ? "LS" + venueOrderId : "web",
                venueOrderId,
                true,
                FixedPoint.ONE,
                0,
                FixedPoint.ONE,
                ours,
                conditional));
        return this;
    }

    /** Puts a position there. */
    public synchronized FakeAccount position(String symbol, long quantity) {
        positions.add(new OpenPosition(symbol, quantity, FixedPoint.ONE));
        return this;
    }

    /** Puts a balance there. */
    public synchronized FakeAccount balance(String asset, long free) {
        balances.add(new Balance(asset, free, 0));
        return this;
    }

    /** What it will say of itself. */
    public synchronized FakeAccount health(Health said) {
        health = said;
        return this;
    }

    /** The next requests fail without having done anything. */
    public synchronized FakeAccount failing(int count) {
        failures = count;
        return this;
    }

    /** The next cancellations are taken and come to nothing. */
    public synchronized FakeAccount deaf(int cancels) {
        deafCancels = cancels;
        return this;
    }

    /** What it was asked, in order. */
    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public synchronized List<OpenOrder> openOrders() {
        ask("openOrders");
        return List.copyOf(orders);
    }

    @Override
    public synchronized List<OpenPosition> positions() {
        ask("positions");
        return List.copyOf(positions);
    }

    @Override
    public synchronized List<Balance> balances() {
        ask("balances");
        return List.copyOf(balances);
    }

    @Override
    public synchronized void cancelAll(String symbol) {
        ask("cancelAll " + symbol);
        if (isHeard()) {
            orders.removeIf(each -> each.symbol().equals(symbol));
        }
    }

    @Override
    public synchronized void cancel(OpenOrder order) {
        ask("cancel " + order.venueOrderId());
        if (isHeard()) {
            orders.removeIf(each -> each.venueOrderId().equals(order.venueOrderId()));
        }
    }

    @Override
    public synchronized void close(OpenPosition position, int collarBps) {
        ask("close " + position.symbol() + " within " + collarBps);
        positions.remove(position);
    }

    @Override
    public synchronized Health health() {
        ask("health");
        return health;
    }

    @Override
    public synchronized String accountId() {
        ask("accountId");
        return "fake-1";
    }

    @Override
    public void close() {
        // stays as it is for the next connection
    }

    private void ask(String request) {
        requests.add(request);
        if (failures > 0) {
            failures--;
            throw new VenueException("out of order: request=" + request, 503);
        }
    }

    private boolean isHeard() {
        return deafCancels-- <= 0;
    }
}
