package io.lockstep.engine.desk.closing;

import static io.lockstep.engine.testkit.TestInstruments.e8;

import io.lockstep.engine.calendar.NyseCalendar;
import io.lockstep.engine.calendar.TradingDay;
import io.lockstep.engine.port.InMemoryEventLog;
import io.lockstep.engine.risk.settings.RiskSettings;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.engine.session.EndOfDaySettings;
import io.lockstep.engine.testkit.Alerts;
import io.lockstep.engine.testkit.EngineHarness;
import io.lockstep.engine.testkit.Events;
import io.lockstep.engine.testkit.ScriptedStrategy;
import io.lockstep.engine.testkit.SentCommand;
import io.lockstep.engine.testkit.TestInstruments;
import io.lockstep.engine.testkit.TestSetup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An engine with one share (instrument 0, at 99.99 to 100.01) that follows the exchange's hours, and a strategy that wants to buy on every trade. It can
 * be killed and started again.
 */
public final class EquityDesk {
    public static final long SECOND_NS = 1_000_000_000L;
    public static final long MINUTE_NS = 60 * SECOND_NS;

    private final RiskSettings risk;
    private final String quantity;
    private final List<SentCommand> sent = new ArrayList<>();
    private EngineHarness engine;
    private long execIds;

    public EquityDesk(EndOfDaySettings endOfDay, String quantity) {
        this(TestSetup.risk(1_000, 10_000, 64, 5_000), endOfDay, quantity);
    }

    public EquityDesk(RiskSettings limits, EndOfDaySettings endOfDay, String quantity) {
        risk = TestSetup.with(limits, endOfDay);
        this.quantity = quantity;
        engine = create().step();
    }

    /** Flattens with the closing auction, retries after 2 s, alarms 60 s before the close. */
    public static EndOfDaySettings flatten() {
        return new EndOfDaySettings(List.of(Venue.ALPACA), true, true, true, 2_000, 60_000);
    }

    public static TradingDay day(String date) {
        return NyseCalendar.shared().day(LocalDate.parse(date));
    }

    /** The process dies and another takes over; nothing that was sent is lost. */
    public void restart() {
        InMemoryEventLog inputs = engine.inputs();
        InMemoryEventLog decisions = engine.decisions();
        long timeNs = events().timeNs();
        engine = create().replay(inputs, decisions).step();
        events().at(timeNs);
    }

    /** A moment comes, with a quote. */
    public void at(long timeNs) {
        events().at(timeNs).quote(0, e8("99.99"), e8("100.01"));
    }

    /** A moment comes without market data. */
    public void muteAt(long timeNs) {
        events().at(timeNs).timer();
    }

    /** The strategy wants to buy. */
    public void wantsToBuy() {
        events().trade(0, e8("100"), e8("1"));
    }

    /** The strategy buys, and holds what it bought. */
    public void buys(long timeNs) {
        at(timeNs);
        wantsToBuy();
        fill(last());
    }

    public void fill(SentCommand order) {
        events().accepted(order);
        events().filled(order, e8("100"), ++execIds);
    }

    public void fill(SentCommand order, long part, long cum) {
        events().report(ExecType.FILL, order)
                .fill(e8("100"), part, cum, order.quantity() - cum)
                .execId(++execIds)
                .publish();
    }

    public SentCommand last() {
        return sent.get(sent.size() - 1);
    }

    /** What was sent since this was last asked. */
    public List<SentCommand> takeSent() {
        List<SentCommand> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    public List<SentCommand> takeSent(OrderAction action) {
        return takeSent().stream().filter(each -> each.action() == action).toList();
    }

    public Events events() {
        return engine.events();
    }

    EngineHarness engine() {
        return engine;
    }

    public List<String> alerts() {
        // the day of the loss limits is not the exchange's
        return Alerts.codes(engine.decisions()).stream()
                .filter(code -> !code.equals("SESSION_ROLL"))
                .toList();
    }

    /** What the engine believes to hold. */
    public long position() {
        return engine.engine().risk().portfolio().accountPosition(0, 0).quantity();
    }

    private EngineHarness create() {
        ScriptedStrategy strategy = new ScriptedStrategy()
                .on(
                        "trade",
                        context -> context.order(0)
                                .buy(e8(quantity))
                                .limit(e8("100"))
                                .submit("in"));
        return new EngineHarness(TestSetup.of(strategy)
                        .instruments(TestInstruments.listedShare(0))
                        .risk(risk)
                        .build())
                .to(command -> sent.add(SentCommand.of(command)));
    }
}
