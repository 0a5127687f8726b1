package io.lockstep.gateway.alpaca.reference;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.gateway.alpaca.wire.BodyReader;
import io.lockstep.transport.json.JsonCursor;
import io.lockstep.transport.json.JsonKeys;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads {@code GET /v2/account}. Alpaca Trading API, "Account", read 2026-11. */
public final class AccountReader {
    private static final JsonKeys KEYS = JsonKeys.of(
            "account_number",
            "status",
            "currency",
            "cash",
            "equity",
            "last_equity",
            "buying_power",
            "non_marginable_buying_power",
            "multiplier",
            "shorting_enabled",
            "trading_blocked",
            "account_blocked",
            "trade_suspended_by_user");
    private static final int FIRST_MONEY = 3;
    private static final int FIRST_FLAG = 9;

    private final BodyReader reader = new BodyReader();

    /** The account; null when the body cannot be read or names no status. */
    public @Nullable Account read(byte[] body, int length) {
        String[] texts = {"", "", ""};
        long[] money = new long[FIRST_FLAG - FIRST_MONEY];
        boolean[] flags = new boolean[4];
        Arrays.fill(money, FixedPoint.NULL);
        JsonCursor cursor = reader.wrap(body, 0, length).cursor();
        cursor.beginObject();
        for (int key = cursor.nextKey(KEYS); key != JsonCursor.END; key = cursor.nextKey(KEYS)) {
            if (key >= FIRST_FLAG) {
                flags[key - FIRST_FLAG] = reader.bool();
            } else if (key >= FIRST_MONEY) {
                money[key - FIRST_MONEY] = reader.decimal();
            } else if (key >= 0) {
                texts[key] = reader.textOrEmpty();
            } else {
                cursor.skipValue();
            }
        }
        cursor.finish();
        return cursor.isFaulty() || texts[1].isEmpty() ? null : account(texts, money, flags);
    }

    private static Account account(String[] texts, long[] money, boolean[] flags) {
        return new Account(
                texts[0], texts[1], texts[2], money[0], money[1], money[2], money[3], money[4], money[5], flags[0],
                flags[1], flags[2], flags[3]);
    }
}
