package io.lockstep.gateway.alpaca.marketdata;

/** The fields of one headline; reused. */
final class NewsMessage {
    /** Longest headline an event carries, bytes. */
    static final int MOST_HEADLINE = 800;

    long id;
    long publishedNs;
    final StringBuilder source = new StringBuilder(32);
    final byte[] headline = new byte[MOST_HEADLINE];
    int headlineLength;

    void clear() {
        id = 0;
        publishedNs = TickMessage.MISSING;
        source.setLength(0);
        headlineLength = 0;
    }

    /** Takes UTF-8 text, cut between two characters. */
    void headline(byte[] text, int offset, int length) {
        int kept = Math.min(length, MOST_HEADLINE);
        while (kept < length && kept > 0 && (text[offset + kept] & 0xC0) == 0x80) {
            kept--;
        }
        System.arraycopy(text, offset, headline, 0, kept);
        headlineLength = kept;
    }
}
