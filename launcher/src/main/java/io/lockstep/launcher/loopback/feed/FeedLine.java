package io.lockstep.launcher.loopback.feed;

/**
 * One type of market data on its way.
 *
 * @param type as {@code inspect} calls it
 * @param recorded messages on the tapes; a book's snapshot counts as a depth update, for that is what it becomes
 * @param sent messages the venue wrote on sockets
 * @param received events on the ring; a book's snapshot, which comes by REST, is not one of them
 */
public record FeedLine(String type, long recorded, long sent, long received) {}
