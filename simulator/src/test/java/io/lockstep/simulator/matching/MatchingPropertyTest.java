package io.lockstep.simulator.matching;

import static io.lockstep.simulator.matching.VenueKit.e8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.simulator.order.OrderRequest;
import io.lockstep.simulator.order.OrderStatus;
import io.lockstep.simulator.order.SelfTradePrevention;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random markets and clients; after every step the venue's truth must add up. */
class MatchingPropertyTest {
    private static final int STEPS = 3_000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void shouldConserveMoneyAndGoodsInSpot(long seed) {
        Run run = new Run(VenueKit.spot(), seed);

        run.steps(STEPS, () -> {
            assertThat(run.bookIsUncrossed()).isTrue();
            assertThat(run.locksMatchOpenOrders()).isTrue();
        });

        for (int account = 0; account < 2; account++) {
            assertThat(run.venue.core.account(account).total(run.usdt)).isEqualTo(run.cash[account]);
            assertThat(run.venue.core.account(account).total(run.btc)).isEqualTo(run.goods[account]);
        }
        assertThat(run.fills).isGreaterThan(100);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void shouldKeepPositionEqualToSumOfFillsOnMargin(long seed) {
        Run run = new Run(VenueKit.perpetual(5), seed);

        run.steps(STEPS, () -> assertThat(run.bookIsUncrossed()).isTrue());

        for (int account = 0; account < 2; account++) {
            long held = run.venue.core.account(account).position(0).quantity();
            long cost = run.venue.core.account(account).position(0).cost();
            assertThat(held).isEqualTo(run.goods[account] - e8("10"));
            assertThat(run.venue.core.account(account).total(run.usdt)).isEqualTo(run.cash[account] + cost);
        }
        assertThat(run.fills).isGreaterThan(100);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void shouldNotFillMoreThanTheMarketOffered(long seed) {
        Run run = new Run(VenueKit.spot(), seed);
        run.stops = false;

        run.steps(
                STEPS,
                () -> assertThat(run.filledByMarket)
                        .as("quantity filled against the market since the last step")
                        .isLessThanOrEqualTo(run.offered));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void shouldTellTheSameStoryTwice(long seed) {
        Run first = new Run(VenueKit.perpetual(3), seed);
        Run second = new Run(VenueKit.perpetual(3), seed);

        first.steps(STEPS, () -> {});
        second.steps(STEPS, () -> {});

        assertThat(first.listing).isEqualTo(second.listing).hasSizeGreaterThan(STEPS / 2);
    }

    /** One seeded run; keeps its own books from the fills alone. */
    private static final class Run {
        final VenueKit venue;
        final Random random;
        final long[] cash = {e8("100000"), e8("100000")};
        final long[] goods = {e8("10"), e8("10")};
        final List<String> listing = new ArrayList<>();
        final int usdt;
        final int btc;
        final List<Long> ids = new ArrayList<>();
        long mid = 10_000;
        boolean stops = true;
        long fills;
        long filledByMarket;
        long offered;

        Run(VenueKit kit, long seed) {
            random = new Random(seed);
            venue = kit;
            usdt = kit.core.ledger().assets().index("USDT");
            btc = kit.core.ledger().assets().index("BTC");
            quote();
        }

        void steps(int count, Runnable check) {
            for (int i = 0; i < count; i++) {
                filledByMarket = 0;
                offered = 0;
                step();
                keepBooks();
                check.run();
            }
        }

        private void step() {
            switch (random.nextInt(8)) {
                case 0, 1 -> quote();
                case 2, 3 -> trade();
                case 4 -> cancel();
                case 5 -> replace();
                default -> submit();
            }
        }

        private void quote() {
            mid += random.nextInt(11) - 5;
            long half = 1 + random.nextInt(3);
            String size = random.nextInt(50) / 10.0 + "";
            offered = 2 * e8("5");
            venue.quote(price(mid - half), size, price(mid + half), size);
        }

        private void trade() {
            long quantity = 1 + random.nextInt(3000);
            offered = e8(quantity(quantity));
            Side aggressor = Side.values()[random.nextInt(3)];
            venue.trade(aggressor, price(mid + random.nextInt(9) - 4), quantity(quantity));
            mid += random.nextInt(3) - 1;
        }

        private void submit() {
            offered = Long.MAX_VALUE;
            boolean buy = random.nextBoolean();
            OrderRequest request = new OrderRequest()
                    .reset(random.nextInt(2), 0, ids.size() + 1)
                    .side(buy ? Side.BUY : Side.SELL, e8(quantity(60 + random.nextInt(2000))))
                    .price(e8(price(mid + random.nextInt(21) - 10)))
                    .selfTradePrevention(SelfTradePrevention.values()[random.nextInt(4)]);
            TimeInForce[] terms = {TimeInForce.GTC, TimeInForce.GTC, TimeInForce.IOC, TimeInForce.FOK, TimeInForce.GTX};
            request.timeInForce(terms[random.nextInt(terms.length)]).reduceOnly(random.nextInt(6) == 0);
            if (stops && random.nextInt(6) == 0) {
                request.type(OrderType.STOP_LIMIT).stopPrice(e8(price(mid + (buy ? 5 : -5))));
            }
            ids.add(venue.submit(request));
        }

        private void cancel() {
            if (!ids.isEmpty()) {
                venue.core.cancel(random.nextInt(2), ids.get(random.nextInt(ids.size())), ++venue.now);
            }
        }

        private void replace() {
            offered = Long.MAX_VALUE;
            if (!ids.isEmpty()) {
                OrderRequest change = new OrderRequest()
                        .reset(random.nextInt(2), 0, 1_000_000 + ids.size())
                        .side(Side.BUY, e8(quantity(60 + random.nextInt(2000))))
                        .price(e8(price(mid + random.nextInt(21) - 10)));
                venue.core.replace(ids.get(random.nextInt(ids.size())), change, random.nextBoolean(), ++venue.now);
            }
        }

        private void keepBooks() {
            listing.addAll(venue.story.take());
            for (Story.Execution each : venue.story.takeExecutions()) {
                long signed = each.buy() ? 1 : -1;
                cash[each.account()] -= signed * each.notional() + each.fee();
                goods[each.account()] += signed * each.quantity();
                fills++;
                filledByMarket += each.quantity();
            }
        }

        boolean bookIsUncrossed() {
            long[] best = {0, Long.MAX_VALUE};
            for (int account = 0; account < 2; account++) {
                venue.core.forEachOpen(account, order -> {
                    if (order.status() == OrderStatus.WORKING && order.isBuy()) {
                        best[0] = Math.max(best[0], order.price());
                    } else if (order.status() == OrderStatus.WORKING) {
                        best[1] = Math.min(best[1], order.price());
                    }
                });
            }
            return best[0] < best[1];
        }

        boolean locksMatchOpenOrders() {
            boolean match = true;
            for (int account = 0; account < 2; account++) {
                long[] locked = new long[2];
                venue.core.forEachOpen(account, order -> locked[order.isBuy() ? 0 : 1] += order.reserved());
                match &= venue.core.account(account).locked(usdt) == locked[0];
                match &= venue.core.account(account).locked(btc) == locked[1];
            }
            return match;
        }

        private static String price(long ticks) {
            return FixedPoint.format(ticks * e8("0.01"));
        }

        private static String quantity(long lots) {
            return FixedPoint.format(lots * e8("0.001"));
        }
    }
}
