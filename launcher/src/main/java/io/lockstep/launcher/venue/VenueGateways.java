package io.lockstep.launcher.venue;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.port.VenueGateway;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The gateways of all accounts as one: a command goes to the gateway of its account.
 *
 * <p>An engine that takes up open orders of an earlier run asks for them, renews countdowns and goes on with cancels the moment it starts, which
 * may be before a gateway has. What comes so early is dropped and counted: it stays unanswered, and the engine asks again.
 */
public final class VenueGateways implements VenueGateway {
    private final List<Account> accounts;
    private final AtomicLong early = new AtomicLong();
    private volatile @Nullable VenueGateway[] started;

    /**
     * One account's gateway.
     *
     * @param id account id, from 0
     * @param name what the configuration calls it
     * @param gateway its connections
     */
    public record Account(int id, String name, VenueGateway gateway) {}

    /** Joins gateways. */
    public VenueGateways(List<Account> accounts) {
        this.accounts = List.copyOf(accounts);
        int size = accounts.stream().mapToInt(Account::id).max().orElse(-1) + 1;
        started = new VenueGateway[size];
    }

    /** What every venue says of the instruments it was asked for, in the order of their ids; each once. */
    @Override
    public List<Instrument> loadInstruments() {
        Map<Integer, Instrument> found = new TreeMap<>();
        for (Account account : accounts) {
            account.gateway().loadInstruments().forEach(instrument -> found.putIfAbsent(instrument.id(), instrument));
        }
        List<Instrument> instruments = new ArrayList<>(found.values());
        instruments.sort(Comparator.comparingInt(Instrument::id));
        return instruments;
    }

    @Override
    public void start(EventPublisher publisher, long runId) {
        for (Account account : accounts) {
            account.gateway().start(publisher, runId);
            @Nullable VenueGateway[] next = started.clone();
            next[account.id()] = account.gateway();
            started = next;
        }
    }

    @Override
    public void send(OrderCommandDecoder command) {
        VenueGateway gateway = started[command.accountId()];
        if (gateway == null) {
            early.incrementAndGet();
        } else {
            gateway.send(command);
        }
    }

    /** What all have counted, each name led by its account's, and what came before a gateway had started. */
    @Override
    public Map<String, Long> counters() {
        Map<String, Long> counters = new TreeMap<>();
        counters.put("commandsBeforeStart", early.get());
        for (Account account : accounts) {
            account.gateway().counters().forEach((name, count) -> counters.put(account.name() + "." + name, count));
        }
        return counters;
    }

    /** Closes every gateway, also when one of them fails. */
    @Override
    public void close() {
        RuntimeException failure = null;
        for (Account account : accounts) {
            try {
                account.gateway().close();
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
