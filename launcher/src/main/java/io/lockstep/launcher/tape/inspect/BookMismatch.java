package io.lockstep.launcher.tape.inspect;

/**
 * A top of book that differs from the venue's.
 *
 * @param updateId update after which it was compared
 * @param book the rebuilt top: bid size @ price / ask size @ price
 * @param quoteId update id of the venue's quote
 * @param quote the venue's quote in the same form
 */
public record BookMismatch(long updateId, String book, long quoteId, String quote) {}
