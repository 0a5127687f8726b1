package io.lockstep.transport.websocket.deflate;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates messages of permessage-deflate (RFC 7692) into an array that is kept. The output never grows beyond the limit, whatever a few
 * bytes of input ask for.
 */
public final class MessageInflater implements AutoCloseable {
    private static final byte[] TAIL = {0, 0, (byte) 0xFF, (byte) 0xFF};
    private static final int FIRST_CAPACITY = 1 << 14;

    private final Inflater inflater = new Inflater(true);
    private final int maxMessage;
    private final boolean freshContext;
    private byte[] output;
    private int outputLength;

    /**
     * Makes an inflater for one connection.
     *
     * @param maxMessage most bytes a message may inflate to
     * @param freshContext whether the peer forgets its dictionary after each message
     */
    public MessageInflater(int maxMessage, boolean freshContext) {
        this.maxMessage = maxMessage;
        this.freshContext = freshContext;
        this.output = new byte[Math.min(FIRST_CAPACITY, maxMessage + 1)];
    }

    /** Inflates a message; what comes out is valid until the next. */
    public Inflation inflate(byte[] source, int offset, int length) {
        outputLength = 0;
        try {
            inflater.setInput(source, offset, length);
            drain();
            if (outputLength <= maxMessage && !inflater.finished()) {
                inflater.setInput(TAIL);
                drain();
            }
            if (freshContext || inflater.finished()) {
                inflater.reset();
            }
        } catch (DataFormatException e) {
            return Inflation.CORRUPT;
        }
        return outputLength > maxMessage ? Inflation.TOO_LARGE : Inflation.DONE;
    }

    /** The inflated message, from index 0. */
    public byte[] output() {
        return output;
    }

    /** Length of the inflated message, bytes. */
    public int outputLength() {
        return outputLength;
    }

    @Override
    public void close() {
        inflater.end();
    }

    // one byte more than allowed is enough to know that a message is too long
    private void drain() throws DataFormatException {
        int count;
        do {
            if (outputLength == output.length) {
                output = Arrays.copyOf(output, Math.min(output.length * 2, maxMessage + 1));
            }
            count = inflater.inflate(output, outputLength, output.length - outputLength);
            outputLength += count;
        } while (outputLength <= maxMessage && count > 0);
    }
}
