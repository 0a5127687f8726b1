package io.lockstep.gateway.binance.marketdata.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.gateway.binance.FakePublisher;
import io.lockstep.gateway.binance.marketdata.EventEncoder;
import io.lockstep.gateway.binance.marketdata.EventText;
import io.lockstep.gateway.binance.marketdata.message.QuoteMessage;
import io.lockstep.gateway.binance.marketdata.message.TradeMessage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuplicateFilterTest {
    private final List<String> stories = new ArrayList<>();
    private final DuplicateFilter filter = new DuplicateFilter(
            new EventEncoder(new FakePublisher(event -> stories.add(EventText.of(event)))), 2, true, false);

    @Test
    void shouldDropWhatIsNotNewerThanTheLastOfItsInstrument() {
        quote(0, 5);
        quote(1, 3);
        quote(0, 5);
        quote(0, 4);
        quote(0, 6);

        assertThat(stories).hasSize(3);
        assertThat(filter.duplicates()).isEqualTo(2);
    }

    @Test
    void shouldCountTradesWhoseIdsAreSkipped() {
        trade(10, 12);
        trade(13, 13);
        trade(12, 13);
        trade(20, 21);

        assertThat(stories).hasSize(3);
        assertThat(filter.duplicates()).isEqualTo(1);
        assertThat(filter.lostTrades()).isEqualTo(6);
    }

    @Test
    void shouldTakeWhateverComesAfterALossEvenIfTheVenueCountsAnew() {
        quote(0, 500);
        trade(500, 500);
        filter.onDisconnected();

        quote(0, 1);
        trade(1, 1);
        trade(1, 1);

        assertThat(stories).hasSize(4);
        assertThat(filter.lostTrades()).isZero();
    }

    private void quote(int instrumentId, long id) {
        filter.onQuote(new QuoteMessage().instrumentId(instrumentId).updateId(id), 1);
    }

    private void trade(long first, long last) {
        filter.onTrade(new TradeMessage().instrumentId(0).firstTradeId(first).lastTradeId(last), 1);
    }
}
