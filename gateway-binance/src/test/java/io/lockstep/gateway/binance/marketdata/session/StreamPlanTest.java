package io.lockstep.gateway.binance.marketdata.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.engine.instrument.InstrumentRequest;
import io.lockstep.engine.sbe.AssetClass;
import io.lockstep.gateway.binance.marketdata.BinanceMarketDataSettings;
import io.lockstep.gateway.binance.marketdata.BookStream;
import io.lockstep.gateway.binance.marketdata.Encoding;
import io.lockstep.gateway.binance.marketdata.LivenessSettings;
import io.lockstep.gateway.binance.marketdata.StreamSettings;
import io.lockstep.gateway.binance.marketdata.TradeStream;
import io.lockstep.gateway.binance.reference.Product;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamPlanTest {
    @Test
    void shouldFillSocketsWithWholeInstruments() {
        List<SocketPlan> plans =
                StreamPlan.of(Product.SPOT, settings(Encoding.JSON, StreamSettings.defaults(), 10), requests(7));

        assertThat(plans).extracting(SocketPlan::name).containsExactly("spot-1", "spot-2", "spot-3");
        assertThat(plans).extracting(plan -> plan.streams().size()).containsExactly(9, 9, 3);
        assertThat(plans.get(1).streams())
                .extracting(PlannedStream::instrumentId)
                .containsExactly(3, 3, 3, 4, 4, 4, 5, 5, 5);
    }

    @Test
    void shouldRouteFuturesStreamsToThePathThatServesThem() {
        StreamSettings all = new StreamSettings(true, TradeStream.SINGLE, BookStream.TOP_20, 500, "5m", true, true);

        List<SocketPlan> plans = StreamPlan.of(Product.USDM, settings(Encoding.JSON, all, 200), requests(1));

        assertThat(plans).extracting(SocketPlan::path).containsExactly("/public/stream", "/market/stream");
        assertThat(plans.get(0).streamNames())
                .containsExactly("s0usdt@bookTicker", "s0usdt@depth20@500ms", "s0usdt@trade");
        assertThat(plans.get(1).streamNames())
                .containsExactly("s0usdt@markPrice@1s", "s0usdt@kline_5m", "s0usdt@forceOrder");
    }

    @Test
    void shouldNameBinaryStreams() {
        List<SocketPlan> plans =
                StreamPlan.of(Product.SPOT, settings(Encoding.SBE, StreamSettings.defaults(), 200), requests(1));

        assertThat(plans.get(0).streamNames()).containsExactly("s0usdt@bestBidAsk", "s0usdt@depth", "s0usdt@trade");
    }

    @ParameterizedTest
    @CsvSource({
        "SPOT,100,depth@100ms",
        "SPOT,1000,depth",
        "USDM,100,depth@100ms",
        "USDM,250,depth",
        "USDM,500,depth@500ms"
    })
    void shouldNameTheIntervalOnlyWhereItIsNotTheDefault(Product product, int intervalMs, String expected) {
        StreamSettings books =
                new StreamSettings(false, TradeStream.NONE, BookStream.CHANGES, intervalMs, "none", false, false);

        List<SocketPlan> plans = StreamPlan.of(product, settings(Encoding.JSON, books, 200), requests(1));

        assertThat(plans.get(0).streamNames()).containsExactly("s0usdt@" + expected);
    }

    @ParameterizedTest
    @CsvSource({"SPOT,JSON,250,none", "USDM,JSON,1000,none", "SPOT,SBE,100,1m", "USDM,JSON,100,1s"})
    void shouldRefuseWhatTheProductDoesNotHave(Product product, Encoding encoding, int intervalMs, String bars) {
        StreamSettings wanted =
                new StreamSettings(false, TradeStream.NONE, BookStream.CHANGES, intervalMs, bars, false, false);

        assertThatThrownBy(() -> StreamPlan.of(product, settings(encoding, wanted, 200), requests(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(product.name());
    }

    private static BinanceMarketDataSettings settings(Encoding encoding, StreamSettings streams, int perSocket) {
        BinanceMarketDataSettings defaults = BinanceMarketDataSettings.defaults();
        return new BinanceMarketDataSettings(
                defaults.spotStreams(),
                defaults.spotBinaryStreams(),
                defaults.spotRest(),
                defaults.usdmStreams(),
                defaults.usdmRest(),
                encoding,
                streams,
                LivenessSettings.defaults(),
                perSocket,
                1380,
                1000,
                1200,
                true);
    }

    private static List<InstrumentRequest> requests(int count) {
        List<InstrumentRequest> requests = new ArrayList<>();
        for (int id = 0; id < count; id++) {
            requests.add(new InstrumentRequest(id, "S" + id + "USDT", AssetClass.SPOT));
        }
        return requests;
    }
}
