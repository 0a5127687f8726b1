package io.lockstep.strategies.micro;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TradingStatusKind;
import io.lockstep.strategies.FakeStrategyContext;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A book of 100.00 to 100.01 whose bid is nine times the ask, with buyers trading: the signal is long. */
class ObiScalperStrategyTest {
    private static final long MS = 1_000_000;

    private final FakeStrategyContext context = FakeStrategyContext.host(new ObiScalperFactory(), Map.of("lot", 1));
    private long now;
    private String bid = "100";
    private String ask = "100.01";

    @BeforeEach
    void fillTheWindowsWithAQuietBook() {
        for (int i = 0; i < 520; i++) {
            now += MS;
            book("10", i % 2 == 0 ? "10" : "11");
        }
    }

    @Test
    void shouldJoinTheBidOnceTheSignalLasts() {
        press(Side.BUY);

        assertThat(context.signals()).hasSize(1).first().asString().startsWith("BUY");
        assertThat(context.orderTexts()).containsExactly("BUY 1 limit 100 post-only obi");
    }

    @Test
    void shouldJoinTheAskWhenTheSignalIsShort() {
        press(Side.SELL);

        assertThat(context.orderTexts()).containsExactly("SELL 1 limit 100.01 post-only obi");
    }

    @Test
    void shouldCancelWhenTheSignalFades() {
        press(Side.BUY);

        book("10", "30");

        assertThat(context.lastOrder().isCancelAsked()).isTrue();
    }

    @Test
    void shouldCancelWhenThePriceMovesAway() {
        press(Side.BUY);
        context.book(now, b -> b.setBid(FixedPoint.parse("100.01"), FixedPoint.parse("90")));

        assertThat(context.lastOrder().isCancelAsked()).isTrue();
    }

    @Test
    void shouldCancelAnEntryThatWaitedTooLongWithoutAnyUpdate() {
        press(Side.BUY);

        context.time(now + 500 * MS);

        assertThat(context.lastOrder().isCancelAsked()).isTrue();
    }

    @Test
    void shouldRestATargetOnceFilled() {
        open();

        assertThat(context.lastOrder()).hasToString("SELL 1 limit 100.02 reduce-only target");
    }

    @Test
    void shouldCancelTheRestOfAPartlyFilledEntryAndTargetWhatItHas() {
        press(Side.BUY);

        context.fill(context.lastOrder(), "0.4", "100");
        boolean asked = context.lastOrder().isCancelAsked();
        context.end(context.lastOrder(), ExecType.CANCELED);

        assertThat(asked).isTrue();
        assertThat(context.lastOrder()).hasToString("SELL 0.4 limit 100.02 reduce-only target");
    }

    @Test
    void shouldStopAtTheMarketAfterCancellingTheTarget() {
        open();
        moveTo("99.97", "99.98");
        boolean asked = context.lastOrder().isCancelAsked();

        context.end(context.lastOrder(), ExecType.CANCELED);

        assertThat(asked).isTrue();
        assertThat(context.lastOrder()).hasToString("SELL 1 market reduce-only protective stop");
    }

    @Test
    void shouldLeaveWhenTheSignalTurns() {
        open();
        trade(Side.SELL, "1000");

        book("1", "90");
        context.end(context.lastOrder(), ExecType.CANCELED);

        assertThat(context.lastOrder()).hasToString("SELL 1 market reduce-only protective signal-turned");
    }

    @Test
    void shouldLeaveAfterTheLongestHoldingTime() {
        open();

        context.time(now + 3_000 * MS);
        context.end(context.lastOrder(), ExecType.CANCELED);

        assertThat(context.lastOrder()).hasToString("SELL 1 market reduce-only protective time");
    }

    @Test
    void shouldTryADeniedExitAgainLater() {
        open();
        moveTo("99.97", "99.98");
        context.end(context.lastOrder(), ExecType.CANCELED);
        context.deny(context.lastOrder());
        int before = context.orders().size();

        context.time(now + 1_000 * MS);

        assertThat(context.orders()).hasSize(before + 1);
        assertThat(context.lastOrder()).hasToString("SELL 1 market reduce-only protective stop");
    }

    @Test
    void shouldPauseAfterThreeStopsInARow() {
        for (int i = 0; i < 3; i++) {
            open();
            moveTo("99.97", "99.98");
            context.end(context.lastOrder(), ExecType.CANCELED);
            context.fill(context.lastOrder(), "1", "99.97");
            moveTo("100", "100.01");
        }
        int before = context.orders().size();

        press(Side.BUY);

        assertThat(context.orders()).hasSize(before);
        assertThat(context.suppressions()).containsEntry("paused", 1);
    }

    @Test
    void shouldNotEnterOnAWideSpreadStaleDataOrAHalt() {
        moveTo("100", "100.02");
        press(Side.BUY);
        moveTo("100", "100.01");
        context.stale(true);
        press(Side.BUY);
        context.stale(false);
        context.status(TradingStatusKind.HALTED);
        press(Side.BUY);

        assertThat(context.orders()).isEmpty();
        assertThat(context.suppressions()).containsKeys("wide-spread", "stale-data", "halted");
    }

    private void open() {
        press(Side.BUY);
        context.fill(context.lastOrder(), "1", bid);
    }

    /** Lets one side press until the signal speaks once. */
    private void press(Side side) {
        int signals = context.signals().size();
        trade(side, "50");
        for (int i = 0; i < 60 && context.signals().size() == signals; i++) {
            now += 20 * MS;
            int size = 90 + i % 3;
            book(side == Side.BUY ? "" + size : "9", side == Side.BUY ? "9" : "" + size);
        }
        assertThat(context.signals()).hasSize(signals + 1);
    }

    private void trade(Side side, String quantity) {
        context.trade(now, side == Side.BUY ? ask : bid, quantity, side);
    }

    private void book(String bidQuantity, String askQuantity) {
        context.book(now, b -> {
            b.setBid(FixedPoint.parse(bid), FixedPoint.parse(bidQuantity));
            b.setAsk(FixedPoint.parse(ask), FixedPoint.parse(askQuantity));
        });
    }

    private void moveTo(String newBid, String newAsk) {
        now += MS;
        String oldBid = bid;
        String oldAsk = ask;
        bid = newBid;
        ask = newAsk;
        context.book(now, b -> {
            b.setBid(FixedPoint.parse(oldBid), 0);
            b.setAsk(FixedPoint.parse(oldAsk), 0);
            b.setBid(FixedPoint.parse(newBid), FixedPoint.parse("90"));
            b.setAsk(FixedPoint.parse(newAsk), FixedPoint.parse("9"));
        });
    }
}
