package io.lockstep.engine.exposure;

import static io.lockstep.engine.testkit.TestInstruments.e8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.engine.instrument.InstrumentTable;
import io.lockstep.engine.order.Order;
import io.lockstep.engine.order.OrderEvent;
import io.lockstep.engine.order.OrderLifecycle;
import io.lockstep.engine.order.OrderState;
import io.lockstep.engine.order.OrderTable;
import io.lockstep.engine.position.Assets;
import io.lockstep.engine.position.Portfolio;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.testkit.CommandDraft;
import io.lockstep.engine.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExposureBookTest {
    private static final int ACCOUNTS = 2;
    private static final int STRATEGIES = 3;
    private static final int INSTRUMENTS = 2;

    private final InstrumentTable instruments = new InstrumentTable();
    private final OrderTable orders = new OrderTable(64, 64);
    private final Portfolio portfolio = new Portfolio(ACCOUNTS, STRATEGIES, INSTRUMENTS, new Assets());
    private final CommandDraft commands = new CommandDraft();
    private final ExposureBook book;

    ExposureBookTest() {
        instruments.put(TestInstruments.bitcoin(0));
        instruments.put(TestInstruments.etherPerpetual(1));
        book = new ExposureBook(instruments, orders, portfolio);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void shouldEqualWhatWalkingEverythingGives(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Order> known = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            step(random, known, i);
            requireSums("seed " + seed + ", step " + i);
        }
    }

    @Test
    void shouldValueAnAccountByCashHoldingsAndOpenProfit() {
        portfolio.ledger(0).add(portfolio.assets().indexOf("USDT"), e8("1000"));
        portfolio.ledger(0).add(portfolio.assets().indexOf("BTC"), e8("0.5"));
        book.cashChanged(0);
        book.repriced(0, e8("100"));
        portfolio.fill(instruments.get(1), 0, 1, true, e8("50"), e8("2"), -1, 0);
        book.booked(0, 1, 1);

        book.repriced(1, e8("55"));

        assertThat(book.equityOf(0)).isEqualTo(e8("1060"));
        assertThat(book.strategy(1).value()).isEqualTo(e8("10"));
        assertThat(book.account(0).gross()).isEqualTo(e8("110"));
    }

    @Test
    void shouldCountBothSidesAtTheirWorst() {
        book.repriced(1, e8("50"));
        open(1, 1, Side.BUY, "2");
        open(2, 1, Side.SELL, "3");

        assertThat(book.account(0).gross()).isEqualTo(e8("150"));
        assertThat(book.account(0).longValue()).isEqualTo(e8("100"));
        assertThat(book.account(0).shortValue()).isEqualTo(e8("-150"));
        assertThat(book.accountGrossWith(0, 1, true, e8("2"))).isEqualTo(e8("200"));
    }

    private void step(SplittableRandom random, List<Order> known, int i) {
        int choice = random.nextInt(10);
        if (choice < 3 && orders.openCount() < 60) {
            known.add(open(random, 1_000 + i));
        } else if (choice == 3) {
            int id = random.nextInt(INSTRUMENTS);
            book.repriced(id, random.nextInt(5) == 0 ? 0 : e8("1") * random.nextLong(1, 200));
        } else if (choice == 4) {
            fillOf(random, random.nextInt(ACCOUNTS), random.nextInt(STRATEGIES + 1), random.nextInt(INSTRUMENTS));
        } else if (choice == 5) {
            book.foreign(random.nextInt(ACCOUNTS), random.nextInt(INSTRUMENTS), random.nextLong(9), random.nextLong(9));
        } else if (!known.isEmpty()) {
            change(random, known.get(random.nextInt(known.size())), i);
        }
    }

    private void change(SplittableRandom random, Order order, int i) {
        if (orders.find(order.orderId()) != order) {
            return;
        }
        switch (random.nextInt(6)) {
            case 0 -> orders.fill(order, random.nextLong(1, e8("1")));
            case 1 -> orders.replacing(order, 1_000_000 + i, e8("40"), random.nextLong(1, e8("9")));
            case 2 -> orders.replaced(order);
            case 3 -> orders.replaceRejected(order);
            case 4 -> orders.amended(order, e8("1") * random.nextLong(1, 99), random.nextLong(1, e8("9")));
            default -> {
                OrderEvent event = OrderEvent.values()[random.nextInt(OrderEvent.values().length)];
                OrderState next = OrderLifecycle.next(order.state(), event, order.cumQty() > 0);
                if (next != null) {
                    orders.move(order, next, i);
                }
            }
        }
    }

    private void fillOf(SplittableRandom random, int account, int strategy, int instrument) {
        // a strategy trades for one account
        int of = strategy == 0 ? account : strategy % ACCOUNTS;
        portfolio.fill(
                instruments.get(instrument),
                of,
                strategy,
                random.nextBoolean(),
                e8("1") * random.nextLong(1, 99),
                random.nextLong(1, e8("2")),
                -1,
                0);
        book.booked(of, strategy, instrument);
    }

    private Order open(SplittableRandom random, long id) {
        int strategy = random.nextInt(1, STRATEGIES + 1);
        boolean market = random.nextInt(4) == 0;
        boolean stop = !market && random.nextInt(4) == 0;
        return orders.open(
                commands.order(
                        id,
                        random.nextBoolean() ? Side.BUY : Side.SELL,
                        random.nextLong(1, e8("5")),
                        market ? Long.MIN_VALUE : e8("1") * random.nextLong(1, 99),
                        each -> each.strategyId(strategy)
                                .accountId(strategy % ACCOUNTS)
                                .instrumentId(random.nextInt(INSTRUMENTS))
                                .referencePrice(e8("50"))
                                .orderType(market ? OrderType.MARKET : stop ? OrderType.STOP_LIMIT : OrderType.LIMIT)),
                id);
    }

    private void open(long id, int instrument, Side side, String quantity) {
        orders.open(commands.order(id, side, e8(quantity), e8("50"), each -> each.instrumentId(instrument)), id);
    }

    private void requireSums(String when) {
        long totalGross = 0;
        for (int account = 0; account < ACCOUNTS; account++) {
            Walk walk = new Walk();
            for (int id = 0; id < INSTRUMENTS; id++) {
                walk.instrument(account, id);
            }
            assertThat(book.account(account).gross()).as(when).isEqualTo(walk.gross);
            assertThat(book.account(account).openOrders()).as(when).isEqualTo(walk.orders);
            assertThat(book.account(account).unknownOrders()).as(when).isEqualTo(walk.unknown);
            totalGross += walk.gross;
        }
        assertThat(book.total().gross()).as(when).isEqualTo(totalGross);
        assertThat(book.total().openOrders()).as(when).isEqualTo(orders.openCount());
        for (int strategy = 1; strategy <= STRATEGIES; strategy++) {
            requireStrategy(when, strategy);
        }
    }

    private void requireStrategy(String when, int strategy) {
        for (int id = 0; id < INSTRUMENTS; id++) {
            long held = portfolio.strategyPosition(0, strategy, id).quantity();
            long closing = 0;
            long buying = 0;
            for (Order order = orders.firstOpen(); order != null; order = orders.nextOpen(order)) {
                boolean counts = order.strategyId() == strategy && order.instrumentId() == id && order.isBuy();
                buying += counts ? order.leavesQty() : 0;
                closing += counts && !order.isConditional() ? order.leavesQty() : 0;
            }
            assertThat(book.strategyWorst(strategy, id, true, null)).as(when).isEqualTo(held + buying);
            assertThat(book.reducible(strategy, id, true, null)).as(when).isEqualTo(-held - closing);
        }
    }

    /** The slow way. */
    private final class Walk {
        private long gross;
        private int orders;
        private int unknown;

        void instrument(int account, int id) {
            long buying = 0;
            long selling = 0;
            long bestBuy = 0;
            OrderTable table = ExposureBookTest.this.orders;
            for (Order order = table.firstOpen(); order != null; order = table.nextOpen(order)) {
                if (order.accountId() != account || order.instrumentId() != id) {
                    continue;
                }
                orders++;
                unknown += order.state() == OrderState.UNKNOWN ? 1 : 0;
                buying += order.isBuy() ? order.leavesQty() : 0;
                selling += order.isBuy() ? 0 : order.leavesQty();
                if (order.isBuy() && !order.isConditional()) {
                    bestBuy = Math.max(bestBuy, order.worstPrice());
                }
            }
            long held = portfolio.accountPosition(account, id).quantity();
            long up = book.worst(account, id, true, null);
            long down = book.worst(account, id, false, null);
            assertThat(up - held).isGreaterThanOrEqualTo(buying);
            assertThat(held - down).isGreaterThanOrEqualTo(selling);
            Instrument instrument = instruments.get(id);
            gross += Math.max(notional(instrument, up), notional(instrument, down));
            assertThat(book.ownPriceMet(account, id, false, 1)).isEqualTo(bestBuy);
        }

        private long notional(Instrument instrument, long quantity) {
            return instrument.notional(book.price(instrument.id()), Math.abs(quantity));
        }
    }
}
