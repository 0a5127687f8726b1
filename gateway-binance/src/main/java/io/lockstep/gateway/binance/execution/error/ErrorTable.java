package io.lockstep.gateway.binance.execution.error;

import static io.lockstep.gateway.binance.execution.error.OrderFate.EXISTS;
import static io.lockstep.gateway.binance.execution.error.OrderFate.IN_BODY;
import static io.lockstep.gateway.binance.execution.error.OrderFate.NOT_DONE;
import static io.lockstep.gateway.binance.execution.error.OrderFate.NOT_FOUND;
import static io.lockstep.gateway.binance.execution.error.OrderFate.NOT_OPEN;
import static io.lockstep.gateway.binance.execution.error.OrderFate.UNCHANGED;
import static io.lockstep.gateway.binance.execution.error.OrderFate.UNKNOWN;
import static io.lockstep.gateway.binance.execution.error.Recovery.ASK;
import static io.lockstep.gateway.binance.execution.error.Recovery.BACK_OFF;
import static io.lockstep.gateway.binance.execution.error.Recovery.FREE_ORDERS;
import static io.lockstep.gateway.binance.execution.error.Recovery.HALT;
import static io.lockstep.gateway.binance.execution.error.Recovery.NONE;
import static io.lockstep.gateway.binance.execution.error.Recovery.READ_BODY;
import static io.lockstep.gateway.binance.execution.error.Recovery.RECONNECT;
import static io.lockstep.gateway.binance.execution.error.Recovery.REDUCE_ONLY;
import static io.lockstep.gateway.binance.execution.error.Recovery.REFRESH_RULES;
import static io.lockstep.gateway.binance.execution.error.Recovery.RENEW_LISTEN_KEY;
import static io.lockstep.gateway.binance.execution.error.Recovery.RESYNC_ACCOUNT;
import static io.lockstep.gateway.binance.execution.error.Recovery.RESYNC_CLOCK;
import static io.lockstep.gateway.binance.execution.error.Recovery.STOP_REQUESTS;
import static io.lockstep.gateway.binance.execution.error.Recovery.USE_ALGO_SERVICE;
import static io.lockstep.gateway.binance.execution.error.Recovery.VERIFY_THEN_RESEND;
import static io.lockstep.gateway.binance.execution.error.Recovery.WAIT_FOR_WINDOW;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lockstep.gateway.binance.reference.Product;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each of the venue's errors says about an order, and what to do: one line per rule, the first that matches counts. Total: what no
 * line names is {@code UNKNOWN} and has to be asked for. Immutable.
 *
 * <p>Binance Spot API, "Error codes" and "General information on endpoints", USDⓈ-M Futures, "Error Codes" and "General Info" (on
 * 503), read 2026-11.
 */
public final class ErrorTable {
    private static final int ANY_STATUS = 0;
    private static final int ANY_CODE = 0;
    private static final String ANY_TEXT = "";
    private static final List<Rule> RULES = new ArrayList<>();

    static {
        // by text: the same code means different things
        usdm(503, ANY_CODE, "Unknown error", UNKNOWN, ASK);
        usdm(503, ANY_CODE, "Service Unavailable", NOT_DONE, BACK_OFF);
        usdm(503, ANY_CODE, "Internal error; unable to process", NOT_DONE, VERIFY_THEN_RESEND);
        both(ANY_STATUS, -2010, "Duplicate order sent", EXISTS, ASK);
        both(ANY_STATUS, -2011, "Unknown order sent", NOT_OPEN, ASK);

        // may be live or filled
        both(ANY_STATUS, -1006, ANY_TEXT, UNKNOWN, ASK);
        both(ANY_STATUS, -1007, ANY_TEXT, UNKNOWN, ASK);
        both(408, ANY_CODE, ANY_TEXT, UNKNOWN, ASK);
        both(ANY_STATUS, -1000, ANY_TEXT, UNKNOWN, ASK);
        spot(ANY_STATUS, -1001, ANY_TEXT, UNKNOWN, ASK);
        usdm(ANY_STATUS, -1001, ANY_TEXT, NOT_DONE, VERIFY_THEN_RESEND);

        // the venue or our address cannot
        usdm(ANY_STATUS, -1008, ANY_TEXT, NOT_DONE, BACK_OFF);
        spot(ANY_STATUS, -1008, ANY_TEXT, NOT_DONE, VERIFY_THEN_RESEND);
        both(ANY_STATUS, -1016, ANY_TEXT, NOT_DONE, RECONNECT);
        both(ANY_STATUS, -1003, ANY_TEXT, NOT_DONE, STOP_REQUESTS);
        both(418, ANY_CODE, ANY_TEXT, NOT_DONE, STOP_REQUESTS);
        both(ANY_STATUS, -1015, ANY_TEXT, NOT_DONE, WAIT_FOR_WINDOW);
        both(429, ANY_CODE, ANY_TEXT, NOT_DONE, STOP_REQUESTS);
        both(403, ANY_CODE, ANY_TEXT, UNKNOWN, HALT);

        // our clock, key or request is wrong
        both(ANY_STATUS, -1021, ANY_TEXT, NOT_DONE, RESYNC_CLOCK);
        usdm(ANY_STATUS, -5028, ANY_TEXT, NOT_DONE, RESYNC_CLOCK);
        both(ANY_STATUS, -1022, ANY_TEXT, NOT_DONE, HALT);
        both(ANY_STATUS, -2014, ANY_TEXT, NOT_DONE, HALT);
        both(ANY_STATUS, -2015, ANY_TEXT, NOT_DONE, HALT);
        both(ANY_STATUS, -1002, ANY_TEXT, NOT_DONE, HALT);
        both(ANY_STATUS, -1125, ANY_TEXT, UNCHANGED, RENEW_LISTEN_KEY);
        both(ANY_STATUS, -1013, ANY_TEXT, NOT_DONE, REFRESH_RULES);
        range(null, -1130, -1100, NOT_DONE, REFRESH_RULES);
        range(Product.USDM, -4031, -4001, NOT_DONE, REFRESH_RULES);
        usdm(ANY_STATUS, -4164, ANY_TEXT, NOT_DONE, REFRESH_RULES);
        usdm(ANY_STATUS, -4131, ANY_TEXT, NOT_DONE, REFRESH_RULES);
        usdm(ANY_STATUS, -4120, ANY_TEXT, NOT_DONE, USE_ALGO_SERVICE);

        // refused by the matching engine or the account's state
        both(ANY_STATUS, -2010, ANY_TEXT, NOT_DONE, NONE);
        both(ANY_STATUS, -1010, ANY_TEXT, NOT_DONE, NONE);
        usdm(ANY_STATUS, -4116, ANY_TEXT, EXISTS, ASK);
        both(ANY_STATUS, -2011, ANY_TEXT, UNCHANGED, NONE);
        both(ANY_STATUS, -2013, ANY_TEXT, NOT_FOUND, ASK);
        usdm(ANY_STATUS, -2018, ANY_TEXT, NOT_DONE, RESYNC_ACCOUNT);
        usdm(ANY_STATUS, -2019, ANY_TEXT, NOT_DONE, RESYNC_ACCOUNT);
        usdm(ANY_STATUS, -2024, ANY_TEXT, NOT_DONE, RESYNC_ACCOUNT);
        usdm(ANY_STATUS, -2027, ANY_TEXT, NOT_DONE, RESYNC_ACCOUNT);
        spot(ANY_STATUS, -2021, ANY_TEXT, IN_BODY, READ_BODY);
        spot(ANY_STATUS, -2022, ANY_TEXT, IN_BODY, READ_BODY);
        usdm(ANY_STATUS, -2021, ANY_TEXT, NOT_DONE, NONE);
        usdm(ANY_STATUS, -2022, ANY_TEXT, NOT_DONE, RESYNC_ACCOUNT);
        usdm(ANY_STATUS, -4118, ANY_TEXT, NOT_DONE, RESYNC_ACCOUNT);
        usdm(ANY_STATUS, -2023, ANY_TEXT, NOT_DONE, HALT);
        usdm(ANY_STATUS, -2025, ANY_TEXT, NOT_DONE, FREE_ORDERS);
        usdm(ANY_STATUS, -4045, ANY_TEXT, NOT_DONE, FREE_ORDERS);
        usdm(ANY_STATUS, -5021, ANY_TEXT, NOT_DONE, NONE);
        usdm(ANY_STATUS, -5022, ANY_TEXT, NOT_DONE, NONE);
        usdm(ANY_STATUS, -5041, ANY_TEXT, NOT_DONE, NONE);

        // a change that was not made, or was made before
        spot(ANY_STATUS, -2026, ANY_TEXT, UNCHANGED, NONE);
        spot(ANY_STATUS, -2038, ANY_TEXT, UNCHANGED, NONE);
        spot(ANY_STATUS, -2039, ANY_TEXT, UNCHANGED, NONE);
        range(Product.USDM, -5029, -5024, UNCHANGED, ASK);
        usdm(ANY_STATUS, -5043, ANY_TEXT, UNCHANGED, ASK);
        usdm(ANY_STATUS, -4059, ANY_TEXT, UNCHANGED, NONE);
        usdm(ANY_STATUS, -4046, ANY_TEXT, UNCHANGED, NONE);
        usdm(ANY_STATUS, -4061, ANY_TEXT, NOT_DONE, RESYNC_ACCOUNT);
        usdm(ANY_STATUS, -4067, ANY_TEXT, UNCHANGED, NONE);
        usdm(ANY_STATUS, -4068, ANY_TEXT, UNCHANGED, NONE);
        usdm(ANY_STATUS, -4531, ANY_TEXT, UNCHANGED, NONE);

        // the symbol or the account is restricted
        range(Product.USDM, -4088, -4087, NOT_DONE, REDUCE_ONLY);
        range(Product.USDM, -4107, -4105, NOT_DONE, REDUCE_ONLY);
        usdm(ANY_STATUS, -4189, ANY_TEXT, NOT_DONE, REDUCE_ONLY);
        usdm(ANY_STATUS, -4192, ANY_TEXT, NOT_DONE, REDUCE_ONLY);
        range(Product.USDM, -4401, -4400, NOT_DONE, REDUCE_ONLY);

        // subscriptions
        spot(ANY_STATUS, -2035, ANY_TEXT, UNCHANGED, NONE);
        spot(ANY_STATUS, -2036, ANY_TEXT, UNCHANGED, NONE);
        spot(ANY_STATUS, -2042, ANY_TEXT, UNCHANGED, RECONNECT);
    }

    private static final Rule UNLISTED = new Rule(null, ANY_STATUS, ANY_CODE, ANY_CODE, new byte[0], UNKNOWN, ASK);

    private ErrorTable() {}

    /** One line of the table. */
    public static final class Rule {
        private final @Nullable Product product;
        private final int status;
        private final int lowest;
        private final int highest;
        private final byte[] text;
        private final OrderFate fate;
        private final Recovery recovery;

        private Rule(
                @Nullable Product product,
                int status,
                int lowest,
                int highest,
                byte[] text,
                OrderFate fate,
                Recovery recovery) {
            this.product = product;
            this.status = status;
            this.lowest = lowest;
            this.highest = highest;
            this.text = text;
            this.fate = fate;
            this.recovery = recovery;
        }

        /** What it says about the order. */
        public OrderFate fate() {
            return fate;
        }

        /** What to do. */
        public Recovery recovery() {
            return recovery;
        }

        private boolean matches(Product venue, int httpStatus, int code, byte[] message, int offset, int length) {
            return (product == null || product == venue)
                    && (status == ANY_STATUS || status == httpStatus)
                    && (lowest == ANY_CODE || code >= lowest && code <= highest)
                    && startsWith(message, offset, length);
        }

        private boolean startsWith(byte[] message, int offset, int length) {
            if (length < text.length) {
                return false;
            }
            for (int i = 0; i < text.length; i++) {
                if (message[offset + i] != text[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * The rule for an error.
     *
     * @param status HTTP or WebSocket status; 0 where there was no answer
     * @param code the venue's code; 0 where there was none
     * @param message holds the venue's text
     * @param offset where the text starts
     * @param length its length, bytes
     */
    public static Rule find(Product venue, int status, int code, byte[] message, int offset, int length) {
        for (int i = 0; i < RULES.size(); i++) {
            Rule rule = RULES.get(i);
            if (rule.matches(venue, status, code, message, offset, length)) {
                return rule;
            }
        }
        return UNLISTED;
    }

    private static void both(int status, int code, String text, OrderFate fate, Recovery recovery) {
        RULES.add(new Rule(null, status, code, code, text.getBytes(US_ASCII), fate, recovery));
    }

    private static void spot(int status, int code, String text, OrderFate fate, Recovery recovery) {
        RULES.add(new Rule(Product.SPOT, status, code, code, text.getBytes(US_ASCII), fate, recovery));
    }

    private static void usdm(int status, int code, String text, OrderFate fate, Recovery recovery) {
        RULES.add(new Rule(Product.USDM, status, code, code, text.getBytes(US_ASCII), fate, recovery));
    }

    private static void range(@Nullable Product product, int lowest, int highest, OrderFate fate, Recovery recovery) {
        RULES.add(new Rule(product, ANY_STATUS, lowest, highest, new byte[0], fate, recovery));
    }
}
