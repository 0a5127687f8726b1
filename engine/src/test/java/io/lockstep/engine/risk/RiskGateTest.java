package io.lockstep.engine.risk;

import static io.lockstep.engine.testkit.TestInstruments.e8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.order.OrderState;
import io.lockstep.engine.risk.settings.ExposureLimits;
import io.lockstep.engine.risk.settings.InstrumentLimits;
import io.lockstep.engine.risk.settings.OrderControls;
import io.lockstep.engine.risk.settings.RiskSettings;
import io.lockstep.engine.risk.settings.StrategyLimits;
import io.lockstep.engine.risk.settings.TotalLimits;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TradingState;
import io.lockstep.engine.sbe.TradingStatusKind;
import io.lockstep.engine.sbe.Venue;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RiskGateTest {
    /** Reasons that are not in the tables. */
    private static final Set<DenyReason> GIVEN_ELSEWHERE = EnumSet.of(
            DenyReason.NONE,
            DenyReason.KILL_LATCH,
            DenyReason.TOO_MANY_INTENTS,
            // tests of their own below
            DenyReason.STRATEGY_LIMIT_LONG,
            DenyReason.STRATEGY_LIMIT_SHORT,
            DenyReason.GROSS_STRATEGY,
            DenyReason.NO_CONVERSION,
            // SessionCheckTest
            DenyReason.SESSION_CLOSED,
            DenyReason.OPG_CUTOFF,
            DenyReason.CLS_CUTOFF,
            DenyReason.ENTRY_CUTOFF,
            DenyReason.SESSION_UNKNOWN);

    private final GateFixture fixture = new GateFixture();

    static List<Case> denials() {
        return List.of(
                new Case(DenyReason.TRADING_STATE, TradingState.REDUCE.value(), TradingState.HALT.value(), gate -> {
                    gate.states.set(ScopeKind.ENGINE, 0, TradingState.HALT);
                    return buy(gate, "1", "100");
                }),
                new Case(
                        DenyReason.INSTRUMENT_STATUS,
                        TradingStatusKind.TRADING.value(),
                        TradingStatusKind.CANCEL_ONLY.value(),
                        gate -> {
                            gate.events.status(0, TradingStatusKind.CANCEL_ONLY);
                            return buy(gate, "1", "100");
                        }),
                new Case(
                        DenyReason.NO_LIMITS,
                        0,
                        0,
                        gate -> gate.commands.order(1, Side.BUY, e8("1"), e8("100"), each -> each.instrumentId(1))),
                new Case(DenyReason.NOT_POSITIVE, 1, 0, gate -> buy(gate, "0", "100")),
                new Case(DenyReason.NOT_POSITIVE, 1, e8("-1"), gate -> buy(gate, "-1", "100")),
                new Case(DenyReason.TICK_SIZE, e8("0.01"), e8("100.005"), gate -> buy(gate, "1", "100.005")),
                new Case(DenyReason.TICK_SIZE, e8("0.01"), e8("-100"), gate -> buy(gate, "1", "-100")),
                new Case(
                        DenyReason.TICK_SIZE,
                        e8("0.01"),
                        e8("101.001"),
                        gate -> stop(gate, OrderType.STOP_MARKET, "101.001")),
                new Case(DenyReason.LOT_SIZE, e8("0.00001"), e8("1.000001"), gate -> buy(gate, "1.000001", "100")),
                new Case(DenyReason.LOT_SIZE, e8("0.00001"), e8("0.000001"), gate -> buy(gate, "0.000001", "100")),
                new Case(DenyReason.MIN_NOTIONAL, e8("5"), e8("4"), gate -> buy(gate, "0.04", "100")),
                new Case(DenyReason.MAX_ORDER_QUANTITY, e8("9000"), e8("9001"), gate -> buy(gate, "9001", "100")),
                new Case(DenyReason.MAX_ORDER_NOTIONAL, e8("150"), e8("200"), gate -> buy(gate, "2", "100")),
                new Case(
                        DenyReason.MAX_ORDER_NOTIONAL,
                        e8("150"),
                        e8("151.5"),
                        gate -> gate.commands.market(1, Side.BUY, e8("1.5"))),
                new Case(
                        DenyReason.MAX_ORDER_NOTIONAL,
                        e8("150"),
                        e8("242.4"),
                        gate -> gate.commands.order(
                                1,
                                Side.BUY,
                                e8("1.2"),
                                FixedPoint.NULL,
                                each -> each.orderType(OrderType.STOP_MARKET).stopPrice(e8("200")))),
                new Case(DenyReason.POSITION_LIMIT_LONG, e8("5"), e8("5.1"), gate -> {
                    gate.holds(Side.BUY, "3");
                    gate.resting(Side.BUY, "1.1", "99");
                    return buy(gate, "1", "100");
                }),
                new Case(DenyReason.POSITION_LIMIT_SHORT, e8("-3"), e8("-3.1"), gate -> {
                    gate.holds(Side.SELL, "2");
                    gate.resting(Side.SELL, "0.1", "101");
                    return gate.commands.limit(1, Side.SELL, e8("1"), e8("100"));
                }),
                new Case(DenyReason.PRICE_COLLAR, 100, 101, gate -> buy(gate, "1", "101.01")),
                new Case(DenyReason.PRICE_COLLAR, 100, 200, gate -> buy(gate, "1", "98")),
                new Case(DenyReason.NO_REFERENCE_PRICE, 0, 0, gate -> {
                    gate.events.gap(0);
                    return buy(gate, "1", "100");
                }),
                new Case(DenyReason.STALE_DATA, 2_000, 2_001, gate -> {
                    gate.events.afterMs(2_001);
                    return buy(gate, "1", "100");
                }),
                new Case(DenyReason.RATE_PER_SECOND, 3, 4, gate -> {
                    gate.gate.sent(buy(gate, "0.5", "99"), gate.events.timeNs());
                    gate.gate.sent(buy(gate, "0.5", "99"), gate.events.timeNs());
                    gate.gate.sent(buy(gate, "0.5", "99"), gate.events.timeNs());
                    gate.events.afterMs(999);
                    return buy(gate, "1", "100");
                }),
                new Case(DenyReason.RATE_PER_MINUTE, 5, 6, gate -> {
                    for (int i = 0; i < 5; i++) {
                        gate.events.afterMs(1_000).quote(0, GateFixture.BID, GateFixture.ASK);
                        gate.gate.sent(buy(gate, "0.5", "99"), gate.events.timeNs());
                    }
                    return buy(gate, "1", "100");
                }),
                new Case(DenyReason.MAX_OPEN_ORDERS, 4, 5, gate -> {
                    for (int i = 0; i < 4; i++) {
                        gate.resting(Side.BUY, "0.1", "99");
                    }
                    return buy(gate, "1", "100");
                }),
                new Case(DenyReason.REDUCE_ONLY, e8("1"), e8("1.1"), gate -> {
                    gate.holds(Side.BUY, "1");
                    return reduce(gate, Side.SELL, "1.1");
                }),
                new Case(DenyReason.REDUCE_ONLY, e8("-1"), e8("0.5"), gate -> {
                    gate.holds(Side.BUY, "1");
                    return reduce(gate, Side.BUY, "0.5");
                }),
                new Case(DenyReason.REDUCE_ONLY, e8("0.4"), e8("0.5"), gate -> {
                    gate.holds(Side.BUY, "1");
                    gate.resting(Side.SELL, "0.6", "100.5");
                    return reduce(gate, Side.SELL, "0.5");
                }),
                new Case(DenyReason.REDUCE_ONLY, 0, e8("0.5"), gate -> {
                    gate.states.set(ScopeKind.STRATEGY, 1, TradingState.REDUCE);
                    return buy(gate, "0.5", "100");
                }),
                new Case(DenyReason.NO_SUCH_ORDER, 0, 0, gate -> gate.commands.cancel(1, 999)),
                new Case(
                        DenyReason.NO_SUCH_ORDER,
                        0,
                        0,
                        gate -> gate.commands.replace(1, 999, Side.BUY, e8("1"), e8("100"))),
                new Case(DenyReason.NO_SUCH_ORDER, 0, 0, gate -> {
                    long id = gate.resting(Side.BUY, "1", "99");
                    gate.events.report(ExecType.CANCELED, id, 0, 1, 0, Side.BUY).publish();
                    return gate.commands.cancel(1, id);
                }),
                new Case(
                        DenyReason.NO_SUCH_ORDER,
                        0,
                        0,
                        gate -> gate.commands.command(OrderAction.NULL_VAL, 1, 2, each -> {})),
                new Case(DenyReason.SELF_MATCH, e8("100"), e8("100"), gate -> {
                    gate.resting(Side.SELL, "0.5", "100");
                    return buy(gate, "1", "100");
                }),
                new Case(DenyReason.SELF_MATCH, e8("99.5"), e8("99"), gate -> {
                    gate.resting(Side.BUY, "0.5", "99.5");
                    return gate.commands.market(1, Side.SELL, e8("1"));
                }),
                new Case(DenyReason.SELF_MATCH, e8("99.8"), e8("99.9"), gate -> {
                    long id = gate.resting(Side.SELL, "0.5", "100.5");
                    gate.sent(gate.commands.replace(7, id, Side.SELL, e8("0.5"), e8("99.8")));
                    return buy(gate, "1", "99.9");
                }),
                new Case(DenyReason.OVERFLOW, 0, 0, gate -> {
                    gate.events.afterMs(120_000).quote(0, Long.MAX_VALUE - 3, Long.MAX_VALUE - 1);
                    return gate.commands.market(1, Side.BUY, e8("1"));
                }),
                new Case(
                        DenyReason.NOT_REPLACEABLE,
                        OrderState.NEW.ordinal(),
                        OrderState.PENDING_NEW.ordinal(),
                        gate -> {
                            long id = gate.sent(gate.commands.limit(300, Side.BUY, e8("1"), e8("99")));
                            return gate.commands.replace(1, id, Side.BUY, e8("1"), e8("99.5"));
                        }),
                new Case(
                        DenyReason.NOT_REPLACEABLE,
                        OrderState.NEW.ordinal(),
                        OrderState.PENDING_REPLACE.ordinal(),
                        gate -> {
                            long id = gate.resting(Side.BUY, "1", "99");
                            gate.sent(gate.commands.replace(7, id, Side.BUY, e8("1"), e8("99.5")));
                            return gate.commands.replace(8, id, Side.BUY, e8("1"), e8("99.6"));
                        }),
                new Case(DenyReason.NOT_POSITIVE, 1, 0, gate -> {
                    long id = gate.resting(Side.BUY, "1", "99");
                    gate.fill(id, Side.BUY, "0.4");
                    return gate.commands.replace(1, id, Side.BUY, e8("0.4"), e8("99.5"));
                }),
                new Case(DenyReason.DRAINING, 0, 0, gate -> {
                    gate.states.draining(true);
                    return buy(gate, "1", "100");
                }),
                new Case(DenyReason.NO_PRICE, 0, 0, gate -> gate.commands.limit(1, Side.BUY, e8("1"), FixedPoint.NULL)),
                new Case(
                        DenyReason.NO_PRICE,
                        0,
                        0,
                        gate -> gate.commands.order(
                                1, Side.SELL, e8("1"), e8("100"), each -> each.orderType(OrderType.STOP_LIMIT))),
                new Case(DenyReason.MIN_QUANTITY, e8("0.0001"), e8("0.00009"), gate -> buy(gate, "0.00009", "100")));
    }

    @Test
    void shouldDenyATypeOfOrderThatIsNotAllowedUnlessItShrinksThePosition() {
        OrderControls all = OrderControls.defaults();
        OrderControls limitsOnly = new OrderControls(
                all.collarWindowBps(),
                all.collarWindowMs(),
                all.dupWindowMs(),
                all.maxMessagesPerMinute(),
                all.cancelReservePercent(),
                all.maxReentriesPerHour(),
                all.maxEquityDataAgeMs(),
                all.maxSpreadBps(),
                all.maxClockOffsetMs(),
                all.extendedHours(),
                List.of(OrderType.LIMIT));
        GateFixture gate =
                new GateFixture(GateFixture.settings(limitsOnly, ExposureLimits.none(), TotalLimits.none(), List.of()));
        gate.holds(Side.BUY, "1");

        assertThat(gate.check(gate.commands.limit(7, Side.BUY, e8("1"), e8("100"))))
                .isEqualTo(DenyReason.NONE);
        assertThat(gate.check(gate.commands.market(7, Side.BUY, e8("1")))).isEqualTo(DenyReason.NOT_PERMITTED);
        assertThat(gate.check(gate.commands.market(7, Side.SELL, e8("1")))).isEqualTo(DenyReason.NONE);
    }

    static List<Case> denialsByControls() {
        return List.of(
                new Case(DenyReason.NOT_RECONCILED, 0, 0, gate -> {
                    gate.state.readiness().supervise(0);
                    gate.state.readiness().userData(0, ConnectionState.READY);
                    return buy(gate, "1", "100");
                }),
                new Case(
                        DenyReason.STREAM_DOWN,
                        ConnectionState.READY.value(),
                        ConnectionState.CONNECTING.value(),
                        gate -> {
                            gate.state.readiness().supervise(0);
                            return buy(gate, "1", "100");
                        }),
                new Case(DenyReason.STREAM_DOWN, ConnectionState.UP.value(), ConnectionState.STALE.value(), gate -> {
                    gate.state.readiness().marketData(Venue.SIMULATED, ConnectionState.STALE);
                    return buy(gate, "1", "100");
                }),
                new Case(DenyReason.CLOCK_OFFSET, 250, 251, gate -> {
                    gate.state.readiness().clockOffset(Venue.SIMULATED, -251_000_000);
                    return buy(gate, "1", "100");
                }),
                new Case(DenyReason.HOST_SHORT, 0, 1_000, gate -> {
                    gate.state.readiness().host(true, 1_000);
                    return buy(gate, "1", "100");
                }),
                new Case(
                        DenyReason.NOT_PERMITTED,
                        0,
                        0,
                        gate -> gate.commands.order(
                                1,
                                Side.BUY,
                                e8("1"),
                                e8("100"),
                                each -> each.flags().extendedHours(true))),
                new Case(DenyReason.SPREAD, 200, 201, gate -> {
                    gate.events.quote(0, e8("98.990"), e8("101"));
                    return buy(gate, "1", "100");
                }),
                new Case(DenyReason.PRICE_MOVE, 300, 301, gate -> {
                    gate.events.afterMs(59_000).quote(0, e8("97.05"), e8("97.1"));
                    return buy(gate, "1", "97.06");
                }),
                new Case(DenyReason.DUPLICATE_ORDER, 1_000, 999, gate -> {
                    gate.gate.sent(buy(gate, "1", "100"), gate.events.timeNs());
                    gate.events.afterMs(999);
                    return buy(gate, "1", "100");
                }),
                new Case(DenyReason.MESSAGES_PER_MINUTE, 960, 961, gate -> {
                    for (int i = 0; i < 960; i++) {
                        gate.gate.sent(gate.commands.cancel(1, 2), gate.events.timeNs());
                    }
                    return buy(gate, "1", "100");
                }),
                new Case(DenyReason.UNKNOWN_OUTCOME, 0, 1, gate -> {
                    long id = gate.resting(Side.BUY, "0.1", "99");
                    gate.events
                            .report(ExecType.OUTCOME_UNKNOWN, id, 0, 1, 0, Side.BUY)
                            .publish();
                    return buy(gate, "1", "100");
                }),
                new Case(DenyReason.REENTRIES, 20, 20, gate -> {
                    for (int i = 0; i < 20; i++) {
                        gate.state.reentries().entered(1, gate.events.timeNs());
                    }
                    return buy(gate, "1", "100");
                }),
                new Case(DenyReason.LEVERAGE, e8("1"), e8("1.25"), gate -> {
                    gate.cash("80");
                    return gate.commands.limit(1, Side.SELL, e8("1"), e8("100"));
                }),
                new Case(DenyReason.FREE_CASH, e8("1"), e8("0"), gate -> {
                    gate.cash("100");
                    return buy(gate, "1", "100");
                }));
    }

    static List<LimitCase> denialsByLimits() {
        ExposureLimits none = ExposureLimits.none();
        TotalLimits noTotal = TotalLimits.none();
        return List.of(
                new LimitCase(DenyReason.GROSS_ACCOUNT, limit(99, 0, 0, 0), noTotal, e8("99"), e8("100")),
                new LimitCase(DenyReason.GROSS_TOTAL, none, total(99, 0, 0), e8("99"), e8("100")),
                new LimitCase(DenyReason.NET_ACCOUNT, limit(0, 99, 0, 0), noTotal, e8("99"), e8("100")),
                new LimitCase(DenyReason.NET_TOTAL, none, total(0, 99, 0), e8("99"), e8("100")),
                new LimitCase(DenyReason.WORKING_NOTIONAL, limit(0, 0, 99, 0), noTotal, e8("99"), e8("100")),
                new LimitCase(DenyReason.WORKING_NOTIONAL, none, total(0, 0, 99), e8("99"), e8("100")));
    }

    @ParameterizedTest
    @MethodSource("denialsByControls")
    void shouldDenyByControlsWithTheNumbers(Case denial) {
        shouldDenyWithTheNumbers(denial);
    }

    @ParameterizedTest
    @MethodSource("denialsByLimits")
    void shouldDenyByLimitsOnMoneyWithTheNumbers(LimitCase denial) {
        GateFixture gate = new GateFixture(
                GateFixture.settings(OrderControls.defaults(), denial.account, denial.total, List.of()));

        assertThat(gate.check(buy(gate, "1", "100"))).isEqualTo(denial.reason);
        assertThat(gate.gate.limitValue()).isEqualTo(denial.limit);
        assertThat(gate.gate.actualValue()).isEqualTo(denial.actual);
        assertThat(gate.check(buy(gate, "0.98", "100"))).isEqualTo(DenyReason.NONE);
    }

    @Test
    void shouldHoldAStrategyToItsOwnLimits() {
        StrategyLimits own = new StrategyLimits("s1", e8("99"), 0, 1);
        GateFixture gate = new GateFixture(GateFixture.settings(
                OrderControls.defaults(), ExposureLimits.none(), TotalLimits.none(), List.of(own)));

        assertThat(gate.check(buy(gate, "1", "100"))).isEqualTo(DenyReason.GROSS_STRATEGY);
        assertThat(gate.check(gate.commands.order(1, Side.BUY, e8("1"), e8("100"), each -> each.strategyId(2))))
                .isEqualTo(DenyReason.NONE);
        gate.resting(Side.BUY, "0.1", "99");
        assertThat(gate.check(buy(gate, "0.1", "100"))).isEqualTo(DenyReason.MAX_OPEN_ORDERS);
    }

    @Test
    void shouldLetPassWhatShrinksAPositionWhateverItsSizeInMoney() {
        ExposureLimits tight = limit(10, 10, 10, 0);
        GateFixture gate =
                new GateFixture(GateFixture.settings(OrderControls.defaults(), tight, total(10, 10, 10), List.of()));
        gate.holds(Side.BUY, "2");

        assertThat(gate.check(gate.commands.limit(1, Side.SELL, e8("1"), e8("100"))))
                .isEqualTo(DenyReason.NONE);
        assertThat(gate.check(buy(gate, "0.1", "100"))).isEqualTo(DenyReason.GROSS_ACCOUNT);
    }

    @Test
    void shouldLetAnOrderThatShrinksPassWhileAnotherIsUnknown() {
        fixture.holds(Side.BUY, "1");
        long id = fixture.resting(Side.BUY, "0.1", "99");
        fixture.events.report(ExecType.OUTCOME_UNKNOWN, id, 0, 1, 0, Side.BUY).publish();

        assertThat(fixture.check(reduce(fixture, Side.SELL, "1"))).isEqualTo(DenyReason.NONE);
    }

    @Test
    void shouldShrinkLimitsWithTheDrawdown() {
        fixture.state.scale().drawdown(4_000);

        assertThat(fixture.check(buy(fixture, "0.45", "100"))).isEqualTo(DenyReason.NONE);
        assertThat(fixture.check(buy(fixture, "0.46", "100"))).isEqualTo(DenyReason.MAX_ORDER_NOTIONAL);
        assertThat(fixture.gate.limitValue()).isEqualTo(e8("45"));
    }

    @Test
    void shouldForgetADuplicateAfterItsWindow() {
        fixture.gate.sent(buy(fixture, "1", "100"), fixture.events.timeNs());
        fixture.events.afterMs(1_000);

        assertThat(fixture.check(buy(fixture, "1", "100"))).isEqualTo(DenyReason.NONE);
    }

    @Test
    void shouldDenyDataThatIsOldByTheVenuesOwnTime() {
        fixture.events.afterMs(500);
        fixture.events.trade(0, e8("100"), e8("1"), fixture.events.timeNs() + 100_000_000L);
        fixture.events.afterMs(1_900);
        fixture.events.trade(0, e8("100"), e8("1"), fixture.events.timeNs() - 1_900_000_000L);

        assertThat(fixture.check(buy(fixture, "1", "100"))).isEqualTo(DenyReason.NONE);
        fixture.events.afterMs(201);
        fixture.events.trade(0, e8("100"), e8("1"), fixture.events.timeNs() - 5_000_000_000L);
        assertThat(fixture.check(buy(fixture, "1", "100"))).isEqualTo(DenyReason.STALE_DATA);
    }

    @Test
    void shouldRefuseToSumWhatIsQuotedInAnotherCurrency() {
        Instrument cross = new Instrument(
                1,
                Venue.SIMULATED,
                AssetClass.SPOT,
                "BTCUSDT",
                "ETH",
                "BTC",
                e8("0.01"),
                e8("0.00001"),
                e8("0.0001"),
                e8("9000"),
                0,
                FixedPoint.ONE,
                0,
                0);
        fixture.instruments.put(cross);
        fixture.gate.instrumentsChanged();

        assertThat(fixture.check(fixture.commands.order(1, Side.BUY, e8("1"), e8("100"), each -> each.instrumentId(1))))
                .isEqualTo(DenyReason.NO_CONVERSION);
    }

    @Test
    void shouldLimitAStrategyBelowItsAccount() {
        InstrumentLimits limits =
                new InstrumentLimits("BTCUSDT", e8("2"), e8("150"), e8("5"), e8("3"), e8("1"), e8("0.5"));
        RiskSettings settings = new RiskSettings(List.of(limits), 100, 3, 5, 4, 2_000);
        GateFixture gate = new GateFixture(settings);
        gate.holds(Side.BUY, "0.5");

        assertThat(gate.check(buy(gate, "0.6", "100"))).isEqualTo(DenyReason.STRATEGY_LIMIT_LONG);
        assertThat(gate.check(gate.commands.limit(1, Side.SELL, e8("1.1"), e8("100"))))
                .isEqualTo(DenyReason.STRATEGY_LIMIT_SHORT);
        assertThat(gate.check(buy(gate, "0.5", "100"))).isEqualTo(DenyReason.NONE);
    }

    private static ExposureLimits limit(long gross, long net, long working, int open) {
        long one = FixedPoint.ONE;
        return new ExposureLimits(
                gross * one, net * one, 0, working == 0 ? 1_000_000 * one : working * one, open, 0, 0);
    }

    private static TotalLimits total(long gross, long net, long working) {
        long one = FixedPoint.ONE;
        return new TotalLimits(gross * one, net * one, working == 0 ? 1_000_000 * one : working * one);
    }

    @ParameterizedTest
    @MethodSource("denials")
    void shouldDenyWithTheNumbers(Case denial) {
        OrderCommandDecoder command = denial.command.apply(fixture);

        assertThat(fixture.check(command)).isEqualTo(denial.reason);
        assertThat(fixture.gate.limitValue()).as("limit").isEqualTo(denial.limit);
        assertThat(fixture.gate.actualValue()).as("actual").isEqualTo(denial.actual);
    }

    @Test
    void shouldHaveACaseForEveryReason() {
        Set<DenyReason> covered = Stream.concat(denials().stream(), denialsByControls().stream())
                .map(each -> each.reason)
                .collect(Collectors.toSet());
        denialsByLimits().forEach(each -> covered.add(each.reason));

        assertThat(covered).containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.copyOf(GIVEN_ELSEWHERE)));
    }

    @Test
    void shouldLetPassWhatIsExactlyAtItsLimits() {
        assertThat(fixture.check(fixture.commands.limit(1, Side.BUY, e8("1.5"), e8("100"))))
                .isEqualTo(DenyReason.NONE);
        assertThat(fixture.check(fixture.commands.limit(1, Side.BUY, e8("0.05"), e8("100"))))
                .isEqualTo(DenyReason.NONE);
        assertThat(fixture.check(fixture.commands.limit(1, Side.BUY, e8("1"), e8("101"))))
                .isEqualTo(DenyReason.NONE);
        assertThat(fixture.check(fixture.commands.limit(1, Side.BUY, e8("1"), e8("99"))))
                .isEqualTo(DenyReason.NONE);
        fixture.holds(Side.BUY, "4");
        assertThat(fixture.check(fixture.commands.limit(1, Side.BUY, e8("1"), e8("100"))))
                .isEqualTo(DenyReason.NONE);
        fixture.events.afterMs(2_000);
        assertThat(fixture.check(fixture.commands.limit(1, Side.BUY, e8("1"), e8("100"))))
                .isEqualTo(DenyReason.NONE);
    }

    @ParameterizedTest
    @EnumSource(
            value = TradingState.class,
            names = {"NULL_VAL"},
            mode = EnumSource.Mode.EXCLUDE)
    void shouldLetCancelsPassInEveryState(TradingState state) {
        long id = fixture.resting(Side.BUY, "1", "99");
        fixture.states.set(ScopeKind.ENGINE, 0, state);
        fixture.events.status(0, TradingStatusKind.HALTED);
        fixture.events.afterMs(60_000);

        assertThat(fixture.check(fixture.commands.cancel(1, id))).isEqualTo(DenyReason.NONE);
    }

    @ParameterizedTest
    @EnumSource(
            value = ScopeKind.class,
            names = {"NULL_VAL"},
            mode = EnumSource.Mode.EXCLUDE)
    void shouldHeedTheStateOfEveryScope(ScopeKind scope) {
        int id = scope == ScopeKind.VENUE ? Venue.SIMULATED.value() : scope == ScopeKind.STRATEGY ? 1 : 0;
        fixture.states.set(scope, id + 1, TradingState.KILL);
        assertThat(fixture.check(buy(fixture, "1", "100"))).as("another one").isEqualTo(DenyReason.NONE);

        fixture.states.set(scope, id, TradingState.HALT);

        assertThat(fixture.check(buy(fixture, "1", "100"))).isEqualTo(DenyReason.TRADING_STATE);
    }

    @Test
    void shouldLetPassOnlyWhatShrinksThePositionWhenReducing() {
        fixture.holds(Side.SELL, "1");
        fixture.states.set(ScopeKind.ACCOUNT, 0, TradingState.REDUCE);

        assertThat(fixture.check(fixture.commands.market(1, Side.BUY, e8("1")))).isEqualTo(DenyReason.NONE);
        assertThat(fixture.check(fixture.commands.market(1, Side.BUY, e8("1.1"))))
                .isEqualTo(DenyReason.REDUCE_ONLY);
        assertThat(fixture.check(fixture.commands.market(1, Side.SELL, e8("0.1"))))
                .isEqualTo(DenyReason.REDUCE_ONLY);
    }

    @Test
    void shouldLetAStopAndAnExitGuardTheSameQuantity() {
        fixture.holds(Side.BUY, "1");
        fixture.sent(fixture.commands.order(
                300,
                Side.SELL,
                e8("1"),
                FixedPoint.NULL,
                each -> each.orderType(OrderType.STOP_MARKET)
                        .stopPrice(e8("90"))
                        .flags()
                        .reduceOnly(true)));

        assertThat(fixture.check(reduce(fixture, Side.SELL, "1"))).isEqualTo(DenyReason.NONE);
        fixture.events.report(ExecType.TRIGGERED, 300, 0, 1, 0, Side.SELL).publish();
        assertThat(fixture.check(reduce(fixture, Side.SELL, "1")))
                .as("once it works")
                .isEqualTo(DenyReason.REDUCE_ONLY);
    }

    @Test
    void shouldNotCallAStopThatWaitsASelfMatch() {
        fixture.sent(fixture.commands.order(
                300,
                Side.SELL,
                e8("1"),
                e8("99"),
                each -> each.orderType(OrderType.STOP_LIMIT).stopPrice(e8("99.5"))));

        assertThat(fixture.check(buy(fixture, "1", "100"))).isEqualTo(DenyReason.NONE);
        fixture.events.report(ExecType.TRIGGERED, 300, 0, 1, 0, Side.SELL).publish();
        assertThat(fixture.check(buy(fixture, "1", "100"))).isEqualTo(DenyReason.SELF_MATCH);
    }

    @Test
    void shouldExemptReduceOnlyFromSizesOfMoney() {
        fixture.holds(Side.BUY, "2");

        assertThat(fixture.check(reduce(fixture, Side.SELL, "2"))).isEqualTo(DenyReason.NONE);
        assertThat(fixture.check(reduce(fixture, Side.SELL, "0.001"))).isEqualTo(DenyReason.NONE);
    }

    @Test
    void shouldCountAReplacedOrderOnlyOnceAndWithoutWhatIsFilled() {
        fixture.holds(Side.BUY, "3.5");
        long id = fixture.resting(Side.BUY, "1", "99");
        fixture.fill(id, Side.BUY, "0.5");

        assertThat(fixture.check(fixture.commands.replace(1, id, Side.BUY, e8("1.5"), e8("99.5"))))
                .as("4 held, 1 open")
                .isEqualTo(DenyReason.NONE);
        assertThat(fixture.check(fixture.commands.replace(1, id, Side.BUY, e8("1.51"), e8("99.01"))))
                .isEqualTo(DenyReason.POSITION_LIMIT_LONG);
    }

    @Test
    void shouldReplaceAlsoWhenNoFurtherOrderMayBeOpened() {
        long id = fixture.resting(Side.BUY, "0.1", "99");
        for (int i = 0; i < 3; i++) {
            fixture.resting(Side.BUY, "0.1", "99");
        }

        assertThat(fixture.check(fixture.commands.replace(1, id, Side.BUY, e8("0.1"), e8("99.5"))))
                .isEqualTo(DenyReason.NONE);
    }

    @Test
    void shouldNotReplaceAWaitingStop() {
        fixture.sent(fixture.commands.order(
                300,
                Side.SELL,
                e8("1"),
                e8("99"),
                each -> each.orderType(OrderType.STOP_LIMIT).stopPrice(e8("99.5"))));
        fixture.events.report(ExecType.ACCEPTED, 300, 0, 1, 0, Side.SELL).publish();

        assertThat(fixture.check(fixture.commands.replace(1, 300, Side.SELL, e8("1"), e8("99.5"))))
                .isEqualTo(DenyReason.NOT_REPLACEABLE);
    }

    @Test
    void shouldJudgeByTheLastTradeWhereThereIsNoQuote() {
        fixture.events.quote(0, 0, 0, e8("100"), e8("1"));
        assertThat(fixture.check(buy(fixture, "1", "100"))).isEqualTo(DenyReason.NO_REFERENCE_PRICE);

        fixture.events.afterMs(120_000).trade(0, e8("50"), e8("1"));

        assertThat(fixture.check(buy(fixture, "1", "100"))).isEqualTo(DenyReason.PRICE_COLLAR);
        assertThat(fixture.check(buy(fixture, "1", "50"))).isEqualTo(DenyReason.NONE);
    }

    @Test
    void shouldKnowEveryReasonByItsCode() {
        for (DenyReason reason : DenyReason.values()) {
            assertThat(DenyReason.of(reason.code())).isSameAs(reason);
        }
        assertThatThrownBy(() -> DenyReason.of(DenyReason.values().length)).hasMessageContaining("code=");
        assertThatThrownBy(() -> DenyReason.of(-1)).hasMessageContaining("code=-1");
    }

    private static OrderCommandDecoder buy(GateFixture gate, String quantity, String price) {
        return gate.commands.limit(1, Side.BUY, e8(quantity), e8(price));
    }

    private static OrderCommandDecoder stop(GateFixture gate, OrderType type, String stopPrice) {
        return gate.commands.order(
                1,
                Side.SELL,
                e8("1"),
                FixedPoint.NULL,
                each -> each.orderType(type).stopPrice(e8(stopPrice)));
    }

    private static OrderCommandDecoder reduce(GateFixture gate, Side side, String quantity) {
        return gate.commands.order(
                1, side, e8(quantity), e8("100"), each -> each.flags().reduceOnly(true));
    }

    private record Case(
            DenyReason reason, long limit, long actual, Function<GateFixture, OrderCommandDecoder> command) {
        @Override
        public String toString() {
            return reason + " " + limit + " " + actual;
        }
    }

    private record LimitCase(DenyReason reason, ExposureLimits account, TotalLimits total, long limit, long actual) {}
}
