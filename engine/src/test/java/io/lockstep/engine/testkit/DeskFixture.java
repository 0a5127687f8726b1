package io.lockstep.engine.testkit;

import static io.lockstep.engine.testkit.TestInstruments.e8;

import io.lockstep.engine.order.Order;
import io.lockstep.engine.risk.settings.RiskSettings;
import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.RunMode;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.strategy.StrategyContext;
import java.util.List;
import java.util.function.Consumer;

/**
 * A whole engine with one strategy that does what the test tells it, an account with 100,000 dollars, Bitcoin spot (0) at 99.99 to 100.01 and an Ether
 * perpetual (1) at 49.99 to 50.01. Orders are in the perpetual. The account is unsupervised until {@link #live}.
 */
public final class DeskFixture {
    /** The perpetual. */
    public static final int ETHER = 1;

    private final ScriptedStrategy strategy = new ScriptedStrategy();
    private final RiskSettings risk;
    private final EngineHarness engine;
    private final VenueEvents venue;
    private long execIds;

    /** An engine with wide limits and no triggers. */
    public DeskFixture() {
        this(TestSetup.risk(1_000, 10_000, 64, 86_400_000));
    }

    /** An engine with these limits. */
    public DeskFixture(RiskSettings risk) {
        this.risk = risk;
        engine = new EngineHarness(TestSetup.of(strategy).risk(risk).build()).step();
        venue = new VenueEvents(engine.events());
        engine.events().balance(0, "USDT", e8("100000"), 0, true);
        engine.events().quote(0, e8("99.99"), e8("100.01"));
        engine.events().quote(ETHER, e8("49.99"), e8("50.01"));
    }

    private DeskFixture(DeskFixture before) {
        risk = before.risk;
        EngineHarness fresh =
                new EngineHarness(TestSetup.of(strategy).risk(risk).build());
        engine = NextEpoch.open(before.engine, before.engine.engine(), fresh);
        venue = new VenueEvents(engine.events());
        execIds = before.execIds;
    }

    /** An engine of the same limits in which the next epoch has begun and is started; of the market it has heard nothing yet. */
    public DeskFixture nextEpoch() {
        DeskFixture next = new DeskFixture(this);
        next.venue.start(RunMode.PAPER);
        return next;
    }

    /** Live mode: the private stream is ready and the books are equal. */
    public DeskFixture live() {
        venue.start(RunMode.LIVE);
        venue.userData(ConnectionState.READY);
        venue.allEmpty();
        return this;
    }

    /** The harness. */
    public EngineHarness engine() {
        return engine;
    }

    /** Market data, reports, operators. */
    public Events events() {
        return engine.events();
    }

    /** What else the venue says. */
    public VenueEvents venue() {
        return venue;
    }

    /** The strategy. */
    public ScriptedStrategy strategy() {
        return strategy;
    }

    /** Lets the strategy act once, on a trade in Bitcoin. */
    public void act(Consumer<StrategyContext> action) {
        strategy.once("trade", action);
        events().trade(0, e8("100"), e8("1"));
    }

    /** The strategy sends a limit order in Ether. */
    public SentCommand order(Side side, String quantity, String price) {
        act(context -> {
            var ticket = context.order(ETHER);
            ticket = side == Side.BUY ? ticket.buy(e8(quantity)) : ticket.sell(e8(quantity));
            ticket.limit(e8(price)).submit("test");
        });
        return engine.gateway()
                .commands(OrderAction.NEW)
                .get(engine.gateway().commands(OrderAction.NEW).size() - 1);
    }

    /** An order in Ether that the venue has taken. */
    public SentCommand working(Side side, String quantity, String price) {
        SentCommand order = order(side, quantity, price);
        events().accepted(order);
        return order;
    }

    /** The strategy holds Ether bought or sold at 50. */
    public void holds(Side side, String quantity) {
        SentCommand order = working(side, quantity, "50");
        events().filled(order, e8("50"), ++execIds);
    }

    /** An order as the engine sees it. */
    public Order find(SentCommand command) {
        return engine.engine().risk().orders().find(command.orderId());
    }

    /** The state of a scope. */
    public TradingState state(ScopeKind scope, int id) {
        return engine.engine().risk().states().get(scope, id);
    }

    /** Commands sent with one action. */
    public List<SentCommand> sent(OrderAction action) {
        return engine.gateway().commands(action);
    }

    /** Codes of all alerts so far. */
    public List<String> alerts() {
        return Alerts.codes(engine.decisions());
    }

    /** Net position in Ether. */
    public long position() {
        return engine.engine().risk().portfolio().accountPosition(0, ETHER).quantity();
    }

    /** Time passes, told by timers every 100 ms; quotes stay fresh. */
    public void passMs(long milliseconds) {
        for (long passed = 0; passed < milliseconds; passed += 100) {
            events().afterMs(100).timer();
        }
    }

    /** Next id of an execution. */
    public long nextExecId() {
        return ++execIds;
    }
}
