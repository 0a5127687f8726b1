package io.lockstep.gateway.binance.orderentry.request;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.gateway.binance.orderentry.signing.TextBuffer;

/** A hole in a request template, and how its value is written. */
enum RequestField {
    CLIENT_ORDER_ID(true) {
        @Override
        void write(RequestValues values, TextBuffer target) {
            target.put(values.clientOrderId);
        }
    },
    ORIGINAL_CLIENT_ORDER_ID(true) {
        @Override
        void write(RequestValues values, TextBuffer target) {
            target.put(values.originalClientOrderId);
        }
    },
    CANCEL_CLIENT_ORDER_ID(true) {
        @Override
        void write(RequestValues values, TextBuffer target) {
            target.put(values.cancelClientOrderId);
        }
    },
    VENUE_ORDER_ID(false) {
        @Override
        void write(RequestValues values, TextBuffer target) {
            target.putLong(values.venueOrderId);
        }
    },
    PRICE(true) {
        @Override
        void write(RequestValues values, TextBuffer target) {
            target.putDecimal(values.price);
        }
    },
    QUANTITY(true) {
        @Override
        void write(RequestValues values, TextBuffer target) {
            target.putDecimal(values.quantity);
        }
    },
    STOP_PRICE(true) {
        @Override
        void write(RequestValues values, TextBuffer target) {
            target.putDecimal(values.stopPrice);
        }
    },
    DISPLAY_QUANTITY(true) {
        @Override
        void write(RequestValues values, TextBuffer target) {
            target.putDecimal(values.displayQuantity);
        }
    },
    EXPIRE_TIME(false) {
        @Override
        void write(RequestValues values, TextBuffer target) {
            target.putLong(values.expireTimeMs);
        }
    },
    NOTIONAL(true) {
        @Override
        void write(RequestValues values, TextBuffer target) {
            target.putDecimal(values.notional);
        }
    },
    TRAIL_PERCENT(true) {
        @Override
        void write(RequestValues values, TextBuffer target) {
            target.putDecimal(values.trailRate * PERCENT);
        }
    },
    TRAIL_BIPS(false) {
        @Override
        void write(RequestValues values, TextBuffer target) {
            target.putLong(values.trailRate / BIP);
        }
    },
    NUMBER(false) {
        @Override
        void write(RequestValues values, TextBuffer target) {
            target.putLong(values.number);
        }
    },
    TIMESTAMP(false) {
        @Override
        void write(RequestValues values, TextBuffer target) {
            target.putLong(values.timestampMs);
        }
    };

    private static final long PERCENT = 100;
    private static final long BIP = FixedPoint.ONE / 10_000;

    private final boolean isText;

    RequestField(boolean isText) {
        this.isText = isText;
    }

    /** Whether JSON has it in quotes: decimals and ids are texts, whole numbers are numbers. */
    boolean isText() {
        return isText;
    }

    /** Adds the value. */
    abstract void write(RequestValues values, TextBuffer target);
}
