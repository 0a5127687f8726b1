package io.lockstep.engine.desk.closing;

import static io.lockstep.engine.desk.closing.EquityDesk.MINUTE_NS;
import static io.lockstep.engine.desk.closing.EquityDesk.SECOND_NS;
import static io.lockstep.engine.testkit.TestInstruments.e8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.lockstep.engine.calendar.NyseCalendar;
import io.lockstep.engine.calendar.TradingDay;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderType;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.TimeInForce;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.engine.session.EndOfDaySettings;
import io.lockstep.engine.testkit.SentCommand;
import io.lockstep.engine.testkit.TestSetup;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndOfDayTest {
    private final EquityDesk desk = new EquityDesk(EquityDesk.flatten(), "100");
    private TradingDay day = EquityDesk.day("2026-03-10");

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-10", "2026-11-27", "2026-03-09", "2026-11-02"})
    void shouldSellBeforeTheCloseOnFullAndHalfDays(String date) {
        day = EquityDesk.day(date);

        playDay(date);

        assertThat(desk.position()).isZero();
        assertThat(desk.alerts()).isEmpty();
    }

    @Test
    void shouldKeepTheScheduleForTwentyYears() {
        for (TradingDay each : NyseCalendar.shared().days()) {
            if (each.date().getYear() >= 2010 && each.date().getYear() < 2030) {
                day = each;
                playDay(each.date().toString());
            }
        }

        assertThat(desk.alerts()).isEmpty();
    }

    @Test
    void shouldSellAllAtTheMarketWhenTheAuctionRefusesTheOrder() {
        SentCommand auction = queued();
        desk.events().report(ExecType.REJECTED, auction).publish();
        desk.takeSent();

        desk.at(beforeClose(5));

        assertThat(desk.takeSent()).singleElement().satisfies(exit -> assertExit(exit, "100"));
    }

    @Test
    void shouldSellWhatIsLeftWhenTheAuctionOrderTradedInPart() {
        SentCommand auction = queued();
        desk.events().accepted(auction);
        desk.at(beforeClose(5));
        assertThat(desk.takeSent(OrderAction.NEW)).isEmpty();

        desk.fill(auction, e8("30"), e8("30"));
        desk.events().canceled(auction);

        assertThat(desk.takeSent()).singleElement().satisfies(exit -> assertExit(exit, "70"));
    }

    @Test
    void shouldNotSellASecondTimeWhenTheAuctionKeepsTheOrder() {
        SentCommand auction = queued();
        desk.events().accepted(auction);
        for (long time = beforeClose(5); time < day.closeNs(); time += 5 * SECOND_NS) {
            desk.at(time);
            for (SentCommand command : desk.takeSent()) {
                assertThat(command.action()).isEqualTo(OrderAction.CANCEL);
                desk.events().report(ExecType.CANCEL_REJECTED, auction).publish();
            }
        }
        assertThat(desk.alerts()).containsExactly("NOT_FLAT_BEFORE_CLOSE");

        desk.events().at(day.closeNs());
        desk.fill(auction, e8("100"), e8("100"));

        assertThat(desk.position()).isZero();
    }

    @Test
    void shouldPriceAnExitAnewThatDoesNotTrade() {
        desk.buys(day.openNs() + MINUTE_NS);
        desk.at(beforeClose(4));
        SentCommand exit = desk.last();
        assertExit(exit, "100");
        desk.events().accepted(exit);
        desk.fill(exit, e8("40"), e8("40"));
        desk.takeSent();

        desk.at(beforeClose(4) + 2 * SECOND_NS);
        assertThat(desk.takeSent()).extracting(SentCommand::action).containsExactly(OrderAction.CANCEL);
        desk.events().canceled(exit);

        assertThat(desk.takeSent()).singleElement().satisfies(again -> assertExit(again, "60"));
    }

    @Test
    void shouldCancelEntriesSoThatNothingIsBoughtLate() {
        desk.at(beforeClose(11));
        desk.wantsToBuy();
        SentCommand entry = desk.last();
        desk.events().accepted(entry);
        desk.takeSent();

        desk.at(beforeClose(10));

        assertThat(desk.takeSent())
                .extracting(SentCommand::action, SentCommand::originalOrderId)
                .containsExactly(tuple(OrderAction.CANCEL, entry.orderId()));
        desk.wantsToBuy();
        assertThat(desk.takeSent()).isEmpty();
    }

    @Test
    void shouldTakeTheOrderOutOfTheAuctionWhenThePositionWentOtherwise() {
        SentCommand auction = queued();
        desk.events().accepted(auction);

        desk.events()
                .report(ExecType.FILL, 77, 0, 1, 0, Side.SELL)
                .fill(e8("100"), e8("100"), e8("100"), 0)
                .execId(4_711)
                .publish();
        desk.at(beforeClose(11));

        assertThat(desk.position()).isZero();
        assertThat(desk.last().action()).isEqualTo(OrderAction.CANCEL);
        assertThat(desk.last().originalOrderId()).isEqualTo(auction.orderId());
    }

    @ParameterizedTest
    @ValueSource(longs = {-1_000, 0, 1_000, 30_000, 239_000, 270_000})
    void shouldFlattenAfterARestartAroundTheTime(long diedAfterMs) {
        SentCommand auction = queued();
        desk.events().accepted(auction);
        long died = beforeClose(5) - SECOND_NS;
        desk.at(died);

        desk.restart();
        desk.at(Math.max(died + 1, beforeClose(5) + diedAfterMs * 1_000_000));
        desk.at(beforeClose(5) + Math.max(1_001, diedAfterMs + 1) * 1_000_000);

        assertThat(desk.last().action()).isEqualTo(OrderAction.CANCEL);
        desk.events().canceled(auction);
        assertExit(desk.last(), "100");
        assertThat(desk.alerts().contains("NOT_FLAT_BEFORE_CLOSE")).isEqualTo(diedAfterMs > 240_000);
    }

    @Test
    void shouldSayWhatWasMissedAndCloseItAfterTheNextOpen() {
        desk.buys(day.openNs() + MINUTE_NS);
        desk.takeSent();

        desk.restart();
        day = EquityDesk.day("2026-03-11");
        desk.at(day.openNs() - 4 * MINUTE_NS);
        assertThat(desk.alerts())
                .containsExactly(
                        "SESSION_TIMER_MISSED", "SESSION_TIMER_MISSED", "SESSION_TIMER_MISSED", "LEFTOVER_POSITION");
        assertThat(desk.takeSent()).isEmpty();
        desk.at(day.openNs());

        assertThat(desk.takeSent()).singleElement().satisfies(exit -> assertExit(exit, "100"));
    }

    @Test
    void shouldAlarmALeftoverThatCannotBeClosed() {
        desk.buys(day.closeNs() - 30 * MINUTE_NS);
        day = EquityDesk.day("2026-03-11");
        desk.at(day.openNs() - MINUTE_NS);

        for (long time = day.openNs(); time <= day.openNs() + 5 * MINUTE_NS; time += 10 * SECOND_NS) {
            desk.muteAt(time);
        }

        assertThat(desk.alerts()).contains("LEFTOVER_POSITION", "END_OF_DAY_DENIED", "LEFTOVER_NOT_CLOSED");
    }

    @Test
    void shouldAlarmBeforeTheCloseWhenTheStreamIsMute() {
        desk.buys(beforeClose(20));
        desk.takeSent();

        for (long time = beforeClose(13); time <= day.closeNs(); time += SECOND_NS) {
            desk.muteAt(time);
        }

        assertThat(desk.takeSent()).isEmpty();
        assertThat(desk.alerts())
                .containsExactly(
                        "END_OF_DAY_DENIED", "END_OF_DAY_DENIED", "NOT_FLAT_BEFORE_CLOSE", "NOT_FLAT_AT_CLOSE");
    }

    @Test
    void shouldSellInPartsWhereOneOrderMayNotSellAll() {
        EquityDesk large = new EquityDesk(
                TestSetup.risk(1_000, 10_000, 64, 5_000),
                new EndOfDaySettings(List.of(Venue.ALPACA), true, false, false, 2_000, 60_000),
                "10000");
        large.buys(day.openNs() + MINUTE_NS);
        large.events()
                .report(ExecType.FILL, 77, 0, 1, 0, Side.BUY)
                .fill(e8("100"), e8("500"), e8("500"), 0)
                .execId(4_711)
                .publish();
        large.takeSent();

        large.at(beforeClose(5));
        assertExit(large.last(), "10000");
        large.fill(large.last());
        large.at(beforeClose(4));

        assertExit(large.last(), "500");
    }

    @Test
    void shouldDoNothingUnlessToldTo() {
        EquityDesk holding = new EquityDesk(EndOfDaySettings.defaults(), "100");
        holding.buys(day.openNs() + MINUTE_NS);
        holding.takeSent();

        for (long time = beforeClose(13); time <= day.closeNs() + MINUTE_NS; time += 10 * SECOND_NS) {
            holding.at(time);
        }

        assertThat(holding.takeSent()).isEmpty();
        assertThat(holding.alerts()).isEmpty();
    }

    @Test
    void shouldRefuseToCallLeftoverWhatIsMeantToStay() {
        assertThatThrownBy(() -> new EndOfDaySettings(List.of(Venue.ALPACA), false, true, true, 2_000, 60_000))
                .hasMessageContaining("closeLeftovers=true");
    }

    /** Buys, and goes through the whole end of a day with a venue that does as it is told; each step at its time and once. */
    private void playDay(String date) {
        desk.buys(day.openNs() + MINUTE_NS);
        desk.takeSent();
        desk.at(beforeClose(12) - 1);
        assertThat(desk.takeSent()).as(date).isEmpty();

        desk.at(beforeClose(12));
        List<SentCommand> queued = desk.takeSent();
        assertThat(queued).as(date).hasSize(1);
        SentCommand auction = queued.get(0);
        assertThat(auction.timeInForce()).as(date).isEqualTo(TimeInForce.CLS);
        assertThat(auction.quantity()).as(date).isEqualTo(e8("100"));
        desk.events().accepted(auction);
        desk.at(beforeClose(5) - 1);
        assertThat(desk.takeSent()).as(date).isEmpty();

        desk.at(beforeClose(5));
        assertThat(desk.takeSent()).as(date).extracting(SentCommand::action).containsExactly(OrderAction.CANCEL);
        desk.events().canceled(auction);
        List<SentCommand> exits = desk.takeSent();
        assertThat(exits).as(date).hasSize(1);
        assertExit(exits.get(0), "100");
        desk.fill(exits.get(0));
        desk.at(day.closeNs());
        assertThat(desk.takeSent()).as(date).isEmpty();
    }

    /** The order that waits in the closing auction for 100 that are held. */
    private SentCommand queued() {
        desk.buys(day.openNs() + MINUTE_NS);
        desk.at(beforeClose(12));
        SentCommand auction = desk.last();
        desk.takeSent();
        return auction;
    }

    private long beforeClose(int minutes) {
        return day.closeNs() - minutes * MINUTE_NS;
    }

    /** A sale at the edge of the collar of 100 basis points that can only shrink the position. */
    private static void assertExit(SentCommand exit, String quantity) {
        assertThat(exit.action()).isEqualTo(OrderAction.NEW);
        assertThat(exit.side()).isEqualTo(Side.SELL);
        assertThat(exit.reduceOnly()).isTrue();
        assertThat(exit.orderType()).isEqualTo(OrderType.LIMIT);
        assertThat(exit.timeInForce()).isEqualTo(TimeInForce.DAY);
        assertThat(exit.price()).isEqualTo(e8("99"));
        assertThat(exit.quantity()).isEqualTo(e8(quantity));
    }
}
