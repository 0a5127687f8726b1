package io.lockstep.simulator.alpaca.trade;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.simulator.alpaca.account.AccountConfiguration;
import io.lockstep.simulator.alpaca.account.Books;
import io.lockstep.simulator.alpaca.account.DayTrades;
import io.lockstep.simulator.alpaca.api.ApiCall;
import io.lockstep.simulator.alpaca.api.ApiError;
import io.lockstep.simulator.alpaca.api.EndpointTable;
import io.lockstep.simulator.alpaca.api.Fields;
import io.lockstep.simulator.alpaca.api.Rfc3339;
import io.lockstep.simulator.alpaca.order.Ids;
import io.lockstep.simulator.json.JsonWriter;
import io.lockstep.simulator.wire.HttpReply;

/** {@code /v2/account} and its configurations. */
final class AccountEndpoints {
    private static final int REGULATION_T = 2;

    /** Part of a position's value that must be own money: half to open it, three tenths to keep it. */
    private static final long MAINTENANCE_TENTHS = 3;

    private static final int PATTERN_DAY_TRADES = 4;

    private final Books books;
    private final DayTrades dayTrades;
    private final boolean legacyMembers;
    private final long openedNs;

    AccountEndpoints(Books books, DayTrades dayTrades, boolean legacyMembers, long openedNs) {
        this.books = books;
        this.dayTrades = dayTrades;
        this.legacyMembers = legacyMembers;
        this.openedNs = openedNs;
    }

    void register(EndpointTable table) {
        table.add("GET /v2/account", this::account)
                .add("GET /v2/account/configurations", this::configurations)
                .add("PATCH /v2/account/configurations", this::configure);
    }

    private HttpReply account(ApiCall call) {
        int id = call.accountId();
        long value = books.longValue(id) - books.shortValue(id);
        JsonWriter json = new JsonWriter()
                .object()
                .field("id", Ids.named("account/" + id))
                .field("account_number", "PA" + (3_000_000_000L + id))
                .field("status", "ACTIVE")
                .field("crypto_status", "ACTIVE")
                .field("currency", "USD");
        money(json, "buying_power", books.buyingPower(id));
        money(json, "regt_buying_power", books.power(id, Math.min(REGULATION_T, books.multiplier(id))));
        money(json, "non_marginable_buying_power", books.power(id, 1));
        money(json, "cash", books.cash(id));
        money(json, "portfolio_value", books.equity(id));
        money(json, "equity", books.equity(id));
        money(json, "last_equity", books.lastEquity(id));
        money(json, "long_market_value", books.longValue(id));
        money(json, "short_market_value", books.shortValue(id));
        money(json, "initial_margin", value / 2);
        money(json, "maintenance_margin", value * MAINTENANCE_TENTHS / 10);
        money(json, "last_maintenance_margin", 0);
        money(json, "sma", 0);
        money(json, "accrued_fees", 0);
        money(json, "intraday_adjustments", 0);
        money(json, "pending_reg_taf_fees", 0);
        dayTradeMembers(json, id, call.nowNs());
        boolean suspended = books.configuration(id).suspendTrade();
        json.field("multiplier", String.valueOf(books.multiplier(id)))
                .field("shorting_enabled", !books.configuration(id).noShorting())
                .field("trading_blocked", false)
                .field("transfers_blocked", false)
                .field("account_blocked", false)
                .field("trade_suspended_by_user", suspended)
                .field("balance_asof", Rfc3339.newYorkDate(call.nowNs()).toString())
                .field("created_at", Rfc3339.utc(openedNs))
                .end();
        return HttpReply.of(200, json.toString());
    }

    /** Gone since July 2026, but clients of before refuse an account that does not have them. */
    private void dayTradeMembers(JsonWriter json, int id, long nowNs) {
        if (legacyMembers) {
            int count = dayTrades.count(id, nowNs);
            json.field("daytrade_count", count).field("pattern_day_trader", count >= PATTERN_DAY_TRADES);
            money(json, "daytrading_buying_power", books.buyingPower(id));
        }
    }

    private HttpReply configurations(ApiCall call) {
        return HttpReply.of(200, text(books.configuration(call.accountId())));
    }

    private HttpReply configure(ApiCall call) {
        Fields body = call.body();
        AccountConfiguration was = books.configuration(call.accountId());
        int multiplier = body.number("max_margin_multiplier", was.maxMultiplier(), 1, 4);
        if (multiplier == 3) {
            throw ApiError.invalid("invalid max_margin_multiplier");
        }
        AccountConfiguration now = new AccountConfiguration(
                flag(body, "fractional_trading", was.fractionalTrading()),
                flag(body, "no_shorting", was.noShorting()),
                flag(body, "suspend_trade", was.suspendTrade()),
                multiplier,
                body.text("trade_confirm_email", was.tradeConfirmEmail()),
                body.text("pdt_check", was.dayTradeCheck()),
                body.text("dtbp_check", was.dayTradingPowerCheck()));
        books.configure(call.accountId(), now);
        return HttpReply.of(200, text(now));
    }

    private static boolean flag(Fields body, String name, boolean otherwise) {
        return body.has(name) ? body.flag(name) : otherwise;
    }

    private String text(AccountConfiguration configuration) {
        JsonWriter json = new JsonWriter()
                .object()
                .field("fractional_trading", configuration.fractionalTrading())
                .field("max_margin_multiplier", String.valueOf(configuration.maxMultiplier()))
                .field("no_shorting", configuration.noShorting())
                .field("suspend_trade", configuration.suspendTrade())
                .field("trade_confirm_email", configuration.tradeConfirmEmail())
                .field("ptp_no_exception_entry", false)
                .field("disable_overnight_trading", false);
        if (legacyMembers) {
            json.field("pdt_check", configuration.dayTradeCheck())
                    .field("dtbp_check", configuration.dayTradingPowerCheck());
        }
        return json.end().toString();
    }

    private static void money(JsonWriter json, String name, long amount) {
        json.field(name, FixedPoint.format(amount));
    }
}
