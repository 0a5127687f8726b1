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

/**
 * The gateways of all accounts as one: a command goes to the gateway of its account. The engine may have commands while they are still being
 * started, one after the other: those wait for their gateway.
 */
public final class VenueGateways implements VenueGateway {
    private final List<Account> accounts;
    private final StartingGateway[] byAccount;

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
        byAccount = new StartingGateway
                [accounts.stream().mapToInt(Account::id).max().orElse(-1) + 1];
        accounts.forEach(account -> byAccount[account.id()] = new StartingGateway(account.gateway()));
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
    public void start(EventPublisher publisher, Past past) {
        accounts.forEach(account -> byAccount[account.id()].start(publisher, past));
    }

    @Override
    public void send(OrderCommandDecoder command) {
        byAccount[command.accountId()].send(command);
    }

    /** What all have counted, each name led by its account's. */
    @Override
    public Map<String, Long> counters() {
        Map<String, Long> counters = new TreeMap<>();
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
