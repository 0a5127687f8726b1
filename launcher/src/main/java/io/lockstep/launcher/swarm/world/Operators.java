package io.lockstep.launcher.swarm.world;

import io.lockstep.engine.risk.TradingStates;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.launcher.swarm.fault.FaultDice;
import io.lockstep.launcher.swarm.fault.Feature;
import io.lockstep.launcher.swarm.line.Records;
import io.lockstep.launcher.swarm.machine.Agenda;
import io.lockstep.launcher.swarm.machine.EngineProcess;
import io.lockstep.launcher.swarm.venue.VenueLedger;

/**
 * The people: they pause and resume without much sense, kill, reset in their own time, restart, and every now and then put back to work what stopped by
 * itself. A kill goes to the venue by its own connection when the engine does not answer, as the command does; a guard does the same for an engine that
 * is killed and not running.
 */
final class Operators {
    private static final long MS = 1_000_000;
    private static final long SECOND = 1_000 * MS;
    private static final long ENGINE_ANSWERS_IN_NS = 500 * MS;
    private static final long LOOK_EVERY_NS = 20 * SECOND;
    private static final long RESET_AGAIN_NS = 5 * SECOND;
    private static final int RESETS = 12;
    private static final OperatorAction[] WHIMS = {
        OperatorAction.PAUSE,
        OperatorAction.REDUCE,
        OperatorAction.HALT,
        OperatorAction.CANCEL_ALL,
        OperatorAction.DISABLE_STRATEGY,
        OperatorAction.RESUME,
        OperatorAction.ENABLE_STRATEGY
    };
    private static final ScopeKind[] SCOPES = {
        ScopeKind.ENGINE, ScopeKind.VENUE, ScopeKind.ACCOUNT, ScopeKind.INSTRUMENT, ScopeKind.STRATEGY
    };

    private final Agenda agenda;
    private final FaultDice dice;
    private final Host host;
    private final VenueLedger ledger;
    private final Records records;
    private final int venueId;
    private long nonce;
    private int kills;

    Operators(Agenda agenda, FaultDice dice, Host host, VenueLedger ledger, Records records, int venueId) {
        this.agenda = agenda;
        this.dice = dice;
        this.host = host;
        this.ledger = ledger;
        this.records = records;
        this.venueId = venueId;
    }

    /** Comes to work. */
    void start() {
        agenda.after(LOOK_EVERY_NS, this::lookAround);
        agenda.after(SECOND, this::guard);
    }

    /** Does something to a scope without much sense. */
    void whim() {
        OperatorAction action = WHIMS[(int) dice.upTo(Feature.OPERATOR, WHIMS.length)];
        ScopeKind scope = SCOPES[(int) dice.upTo(Feature.OPERATOR, SCOPES.length)];
        boolean acceptsBooks = action == OperatorAction.RESUME && scope == ScopeKind.ACCOUNT;
        tell(acceptsBooks ? OperatorAction.PAUSE : action, scope, idOf(scope));
    }

    /** Kills the engine; half of the time the process dies before it hears of it. */
    void kill() {
        kills++;
        host.process().disk().latches().set();
        if (dice.coin(Feature.KILL)) {
            agenda.after(5 * MS, () -> host.process().die("KILL"));
        }
        agenda.after(20 * MS + dice.upTo(Feature.KILL, 400 * MS), () -> tell(OperatorAction.KILL, ScopeKind.ENGINE, 0));
        agenda.after(ENGINE_ANSWERS_IN_NS, this::sweepIfDown);
        if (dice.coin(Feature.KILL)) {
            agenda.after(20 * SECOND + dice.upTo(Feature.KILL, 60 * SECOND), this::reset);
        }
    }

    /** Kills the engine while nothing goes wrong, and leaves it killed. */
    void drill() {
        kills++;
        host.process().disk().latches().set();
        agenda.after(20 * MS, () -> tell(OperatorAction.KILL, ScopeKind.ENGINE, 0));
        agenda.after(ENGINE_ANSWERS_IN_NS, this::sweepIfDown);
    }

    /** How often somebody has killed it. */
    int kills() {
        return kills;
    }

    /** Lifts a kill in as many tries as it takes; the engine refuses while anything is uncertain. */
    void reset() {
        reset(RESETS);
    }

    /** Ends the process, with or without letting it drain, and starts it again. */
    void restart() {
        if (dice.coin(Feature.RESTART)) {
            tell(OperatorAction.DRAIN, ScopeKind.ENGINE, 0);
            agenda.after(2 * SECOND, () -> host.process().die("RESTART"));
        } else {
            host.process().die("RESTART");
        }
    }

    private void reset(int tries) {
        EngineProcess process = host.process();
        boolean down = !process.isUp();
        if (down) {
            process.disk().latches().clear();
            host.startIn(0, true);
        } else {
            tell(OperatorAction.RESET, ScopeKind.ENGINE, 0);
            if (process.isUp() && states().get(ScopeKind.ENGINE, 0) == TradingState.RUN) {
                process.disk().latches().clear();
                return;
            }
        }
        if (tries > 0) {
            agenda.after(down ? 100 * MS : RESET_AGAIN_NS, () -> reset(tries - 1));
        }
    }

    private void sweepIfDown() {
        if (!host.process().isUp()) {
            ledger.at(agenda.nowNs());
            ledger.cancelOurs();
        }
    }

    /** An engine that is killed and not there leaves nothing open. */
    private void guard() {
        if (!host.process().isUp() && host.process().disk().latches().isAnySet()) {
            sweepIfDown();
        }
        if (host.process().isUp()) {
            host.process().disk().latches().watch();
        }
        agenda.after(SECOND, this::guard);
    }

    /** Somebody looks every now and then and puts back to work what stopped, after having made sure that the books agree. */
    private void lookAround() {
        if (host.process().isUp() && !dice.isHealed()) {
            for (ScopeKind scope : SCOPES) {
                int most = scope == ScopeKind.INSTRUMENT ? 2 : 1;
                for (int i = 0; i < most; i++) {
                    putBack(scope, scope == ScopeKind.INSTRUMENT ? i : idOf(scope));
                }
            }
        }
        agenda.after(LOOK_EVERY_NS, this::lookAround);
    }

    private void putBack(ScopeKind scope, int id) {
        if (!host.process().isUp()) {
            return;
        }
        TradingState state = states().get(scope, id);
        boolean stopped = state == TradingState.HALT || state == TradingState.REDUCE;
        if (stopped && scope != ScopeKind.ACCOUNT && dice.coin(Feature.OPERATOR)) {
            tell(scope == ScopeKind.STRATEGY ? OperatorAction.ENABLE_STRATEGY : OperatorAction.RESUME, scope, id);
        }
    }

    private TradingStates states() {
        return host.process().engine().risk().states();
    }

    private int idOf(ScopeKind scope) {
        return switch (scope) {
            case VENUE -> venueId;
            case STRATEGY -> 1;
            case INSTRUMENT -> (int) dice.upTo(Feature.OPERATOR, 2);
            default -> 0;
        };
    }

    private void tell(OperatorAction action, ScopeKind scope, int id) {
        host.deliver(host.generation(), records.operator(action, scope, id, ++nonce));
    }
}
