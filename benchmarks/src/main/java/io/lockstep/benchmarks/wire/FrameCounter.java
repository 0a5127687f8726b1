package io.lockstep.benchmarks.wire;

import io.netty.buffer.ByteBuf;

/** Counts the text frames of one direction of a WebSocket, whatever pieces they come in. RFC 6455, section 5.2. */
final class FrameCounter {
    private static final int TEXT = 1;
    private static final int LONGEST_HEADER = 14;

    private final byte[] header = new byte[LONGEST_HEADER];
    private boolean upgraded;
    private int lineFeeds;
    private int headerLength;
    private long payloadLeft;

    /** Text frames that begin in a piece. */
    int texts(ByteBuf piece) {
        int texts = 0;
        int at = piece.readerIndex();
        int end = piece.writerIndex();
        while (at < end) {
            if (!upgraded) {
                upgraded = isEndOfUpgrade(piece.getByte(at++));
            } else if (payloadLeft > 0) {
                long passed = Math.min(payloadLeft, end - at);
                payloadLeft -= passed;
                at += (int) passed;
            } else {
                header[headerLength++] = piece.getByte(at++);
                texts += completeHeader() && (header[0] & 0xF) == TEXT ? 1 : 0;
            }
        }
        return texts;
    }

    private boolean isEndOfUpgrade(byte b) {
        if (b == '\n') {
            lineFeeds++;
        } else if (b != '\r') {
            lineFeeds = 0;
        }
        return lineFeeds == 2;
    }

    private boolean completeHeader() {
        if (headerLength < 2) {
            return false;
        }
        int stated = header[1] & 0x7F;
        int lengthBytes = stated == 126 ? 2 : stated == 127 ? 8 : 0;
        int mask = header[1] < 0 ? 4 : 0;
        if (headerLength < 2 + lengthBytes + mask) {
            return false;
        }
        payloadLeft = lengthBytes == 0 ? stated : 0;
        for (int i = 0; i < lengthBytes; i++) {
            payloadLeft = payloadLeft << 8 | header[2 + i] & 0xFF;
        }
        headerLength = 0;
        return true;
    }
}
