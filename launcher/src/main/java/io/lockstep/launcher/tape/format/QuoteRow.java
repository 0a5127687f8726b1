package io.lockstep.launcher.tape.format;

/** A best bid and ask as read from a line, before it becomes an event; reused. */
final class QuoteRow {
    final int instrumentId;
    long timeNs;
    long bidPrice;
    long bidQuantity;
    long askPrice;
    long askQuantity;

    QuoteRow(int instrumentId) {
        this.instrumentId = instrumentId;
    }
}
