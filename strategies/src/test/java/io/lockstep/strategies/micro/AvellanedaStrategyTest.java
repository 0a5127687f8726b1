package io.lockstep.strategies.micro;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.TradingStatusKind;
import io.lockstep.strategies.FakeOrder;
import io.lockstep.strategies.FakeStrategyContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AvellanedaStrategyTest {
    private static final long MS = 1_000_000;
    private static final Map<String, Object> PARAMETERS =
            Map.of("gamma", 0, "k", 10, "kMin", 10, "kMax", 10, "lot", 1, "qMax", 2);

    private final FakeStrategyContext context = FakeStrategyContext.host(new AvellanedaFactory(), PARAMETERS);
    private long now;

    @Test
    void shouldQuoteBothSidesPostOnlyOnceVolatilityIsKnown() {
        quote(0, "99.99", "100.01");
        boolean early = context.orders().isEmpty();

        quote(2_000, "99.99", "100.01");

        assertThat(early).isTrue();
        assertThat(context.orderTexts())
                .containsExactly("BUY 1 limit 99.9 post-only quote-bid", "SELL 1 limit 100.1 post-only quote-ask");
    }

    @Test
    void shouldNeverQuoteThroughTheOtherSide() {
        FakeStrategyContext tight = FakeStrategyContext.host(
                new AvellanedaFactory(), Map.of("gamma", 0, "k", 1000, "kMax", 1000, "lot", 1));
        tight.quote(0, "99.90", "100.10");
        tight.quote(2_000 * MS, "99.90", "100.10");
        int before = tight.orders().size();
        tight.orders().forEach(order -> tight.end(order, ExecType.CANCELED));

        tight.quote(2_200 * MS, "100.00", "100.01");

        assertThat(before).isEqualTo(2);
        assertThat(tight.orderTexts().subList(2, 4))
                .containsExactly("BUY 1 limit 100 post-only quote-bid", "SELL 1 limit 100.01 post-only quote-ask");
    }

    @Test
    void shouldMoveAQuoteByCancellingItFirst() {
        start();

        quote(200, "100.49", "100.51");
        List<Boolean> asked =
                context.orders().stream().map(FakeOrder::isCancelAsked).toList();
        int sizeBefore = context.orders().size();
        context.end(context.orders().get(0), ExecType.CANCELED);

        assertThat(asked).containsExactly(true, true);
        assertThat(sizeBefore).isEqualTo(2);
        assertThat(context.lastOrder()).hasToString("BUY 1 limit 100.4 post-only quote-bid");
    }

    @Test
    void shouldNotMoveAQuoteTooSoon() {
        start();

        quote(50, "100.49", "100.51");

        assertThat(context.orders()).noneMatch(FakeOrder::isCancelAsked);
    }

    @Test
    void shouldStopBiddingAtTheLargestPosition() {
        start();
        context.fill(context.orders().get(0), "1", "99.9");
        quote(200, "99.99", "100.01");
        context.fill(context.lastOrder(), "1", "99.9");
        int before = context.orders().size();

        quote(200, "99.99", "100.01");

        assertThat(context.position().quantity()).isEqualTo(200_000_000L);
        assertThat(context.orders()).hasSize(before);
    }

    @Test
    void shouldJournalReservationHalfSpreadAndInventoryOfAFill() {
        start();

        context.fill(context.orders().get(0), "1", "99.9");

        assertThat(context.signals())
                .containsExactly("BUY 100.0 fill-reservation", "BUY 0.1 fill-half-spread", "BUY 1.0 fill-inventory");
    }

    @Test
    void shouldPullBothQuotesOnStaleData() {
        start();
        context.stale(true);

        quote(200, "99.99", "100.01");

        assertThat(context.orders()).allMatch(FakeOrder::isCancelAsked);
    }

    @Test
    void shouldPullBothQuotesOnAHalt() {
        start();

        context.status(TradingStatusKind.HALTED);

        assertThat(context.orders()).allMatch(FakeOrder::isCancelAsked);
    }

    @Test
    void shouldPullBothQuotesWhenTheMarketIsWild() {
        start();
        for (int i = 0; i < 3_600; i++) {
            quote(1_000, "99.99", "100.01");
        }
        FakeOrder lastBefore = context.lastOrder();

        quote(1_000, "119.99", "120.01");

        assertThat(context.orders()).filteredOn(FakeOrder::isLive).allMatch(FakeOrder::isCancelAsked);
        assertThat(context.lastOrder()).isSameAs(lastBefore);
    }

    @Test
    void shouldQuoteAgainLaterAfterADenial() {
        start();
        context.deny(context.orders().get(0));

        quote(50, "99.99", "100.01");
        int tooSoon = context.orders().size();
        quote(100, "99.99", "100.01");

        assertThat(tooSoon).isEqualTo(2);
        assertThat(context.lastOrder()).hasToString("BUY 1 limit 99.9 post-only quote-bid");
    }

    private void start() {
        quote(0, "99.99", "100.01");
        quote(2_000, "99.99", "100.01");
    }

    private void quote(long laterMs, String bid, String ask) {
        now += laterMs * MS;
        context.quote(now, bid, ask);
    }
}
