package io.lockstep.simulator.binance.usdm;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.account.MarginBrackets;
import io.lockstep.simulator.binance.api.ApiCall;
import io.lockstep.simulator.binance.api.ApiError;
import io.lockstep.simulator.binance.api.Endpoint;
import io.lockstep.simulator.binance.api.EndpointTable;
import io.lockstep.simulator.binance.feed.Decimals;
import io.lockstep.simulator.binance.feed.SymbolFeed;
import io.lockstep.simulator.binance.trade.Lookup;
import io.lockstep.simulator.binance.trade.Trading;
import io.lockstep.simulator.json.JsonWriter;
import java.math.BigDecimal;

/** USDⓈ-M account settings: leverage can be set; margin type and position mode are fixed and say so as the venue does. */
final class UsdmConfig {
    private static final int MAX_LEVERAGE = 125;

    private final Trading trading;
    private final UsdmUserEvents events;

    UsdmConfig(Trading trading, UsdmUserEvents events) {
        this.trading = trading;
        this.events = events;
    }

    void register(EndpointTable table) {
        table.rest("POST /fapi/v1/leverage", Endpoint.trade(1, this::leverage))
                .rest("POST /fapi/v1/marginType", Endpoint.trade(1, this::marginType))
                .rest("POST /fapi/v1/positionSide/dual", Endpoint.trade(1, this::positionMode))
                .rest("GET /fapi/v1/positionSide/dual", Endpoint.signed(30, call -> "{\"dualSidePosition\":false}"))
                .rest("GET /fapi/v1/multiAssetsMargin", Endpoint.signed(30, call -> "{\"multiAssetsMargin\":false}"))
                .rest("GET /fapi/v1/feeBurn", Endpoint.signed(30, call -> "{\"feeBurn\":false}"))
                .rest("GET /fapi/v1/leverageBracket", Endpoint.signed(1, this::brackets))
                .rest("GET /fapi/v1/commissionRate", Endpoint.signed(20, this::commission))
                .rest("GET /fapi/v1/accountConfig", Endpoint.signed(5, this::accountConfig))
                .rest("GET /fapi/v1/symbolConfig", Endpoint.signed(5, this::symbolConfig))
                .rest(
                        "GET /fapi/v1/apiTradingStatus",
                        Endpoint.signed(1, call -> "{\"indicators\":{},\"updateTime\":" + call.nowMs() + "}"));
    }

    private String leverage(ApiCall call) {
        SymbolFeed symbol = Lookup.symbol(trading.feed(), call.params());
        call.params().text("leverage");
        long leverage = call.params().number("leverage", 0);
        if (leverage < 1 || leverage > MAX_LEVERAGE) {
            throw ApiError.bad(-4028, "Leverage " + leverage + " is not valid.");
        }
        trading.core()
                .leverage(
                        call.accountId(),
                        symbol.spec().instrument().id(),
                        (int) leverage,
                        trading.nowNs().getAsLong());
        events.onLeverage(call.accountId(), symbol.spec().symbol(), (int) leverage);
        return new JsonWriter()
                .object()
                .field("leverage", leverage)
                .field("maxNotionalValue", "1000000")
                .field("symbol", symbol.spec().symbol())
                .end()
                .toString();
    }

    private String marginType(ApiCall call) {
        Lookup.symbol(trading.feed(), call.params());
        if (call.params().text("marginType").equals("CROSSED")) {
            throw ApiError.bad(-4046, "No need to change margin type.");
        }
        throw ApiError.bad(-4047, "Margin type cannot be changed: this venue simulates cross margin only.");
    }

    private String positionMode(ApiCall call) {
        if (call.params().text("dualSidePosition").equals("false")) {
            throw ApiError.bad(-4059, "No need to change position side.");
        }
        throw ApiError.bad(-4068, "Position side cannot be changed: this venue simulates one-way mode only.");
    }

    private String brackets(ApiCall call) {
        MarginBrackets brackets = trading.core().ledger().rules().brackets();
        JsonWriter json = new JsonWriter().array();
        for (SymbolFeed symbol : trading.feed().feeds()) {
            boolean wanted = !call.params().has("symbol")
                    || call.params().text("symbol").equals(symbol.spec().symbol());
            if (wanted) {
                json.object()
                        .field("symbol", symbol.spec().symbol())
                        .name("brackets")
                        .array();
                for (int i = 0; i < brackets.size(); i++) {
                    bracket(json, brackets, i);
                }
                json.end().end();
            }
        }
        return json.end().toString();
    }

    private static void bracket(JsonWriter json, MarginBrackets brackets, int i) {
        boolean last = i == brackets.size() - 1;
        long cap = last ? 1_000_000_000L : brackets.floor(i + 1) / FixedPoint.ONE;
        json.object()
                .field("bracket", i + 1)
                .field("initialLeverage", Math.max(1, MAX_LEVERAGE >> i))
                .field("notionalCap", cap)
                .field("notionalFloor", brackets.floor(i) / FixedPoint.ONE)
                .name("maintMarginRatio")
                .raw(number(brackets.rate(i)))
                .name("cum")
                .raw(number(brackets.deduction(i)))
                .end();
    }

    private String commission(ApiCall call) {
        SymbolFeed symbol = Lookup.symbol(trading.feed(), call.params());
        return new JsonWriter()
                .object()
                .field("symbol", symbol.spec().symbol())
                .field(
                        "makerCommissionRate",
                        Decimals.plain(symbol.spec().instrument().makerFee()))
                .field(
                        "takerCommissionRate",
                        Decimals.plain(symbol.spec().instrument().takerFee()))
                .field("rpiCommissionRate", "0.00005")
                .end()
                .toString();
    }

    private String accountConfig(ApiCall call) {
        return new JsonWriter()
                .object()
                .field("feeTier", 0)
                .field("canTrade", true)
                .field("canDeposit", false)
                .field("canWithdraw", false)
                .field("dualSidePosition", false)
                .field("updateTime", 0)
                .field("multiAssetsMargin", false)
                .field("tradeGroupId", -1)
                .end()
                .toString();
    }

    private String symbolConfig(ApiCall call) {
        JsonWriter json = new JsonWriter().array();
        for (SymbolFeed symbol : trading.feed().feeds()) {
            int id = symbol.spec().instrument().id();
            json.object()
                    .field("symbol", symbol.spec().symbol())
                    .field("marginType", "CROSSED")
                    .field("isAutoAddMargin", false)
                    .field(
                            "leverage",
                            trading.core()
                                    .account(call.accountId())
                                    .position(id)
                                    .leverage())
                    .field("maxNotionalValue", "1000000")
                    .end();
        }
        return json.end().toString();
    }

    private static String number(long value) {
        BigDecimal exact = FixedPoint.toBigDecimal(value);
        return exact.toPlainString();
    }
}
