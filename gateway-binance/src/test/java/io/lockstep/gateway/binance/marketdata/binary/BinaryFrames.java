package io.lockstep.gateway.binance.marketdata.binary;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Binary frames put together by hand from the venue's layouts, without the decoder's help. */
public final class BinaryFrames {
    private final ByteBuffer out = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);

    private BinaryFrames(int blockLength, int templateId) {
        out.putShort((short) blockLength)
                .putShort((short) templateId)
                .putShort((short) 1)
                .putShort((short) 0);
    }

    /** Best bid and ask with a price exponent of -2 and a quantity exponent of -5. */
    public static byte[] quote(String symbol, long timeUs, long id, long... bidAndAsk) {
        BinaryFrames frame = new BinaryFrames(50, 10_001);
        frame.out.putLong(timeUs).putLong(id).put((byte) -2).put((byte) -5);
        Arrays.stream(bidAndAsk).forEach(frame.out::putLong);
        return frame.end(symbol);
    }

    /** Trades: id, price, quantity, buyer is maker, of each. */
    public static byte[] trades(String symbol, long timeUs, long[]... trades) {
        BinaryFrames frame = new BinaryFrames(18, 10_000);
        frame.out.putLong(timeUs + 7).putLong(timeUs).put((byte) -2).put((byte) -5);
        frame.out.putShort((short) 25).putInt(trades.length);
        for (long[] trade : trades) {
            frame.out.putLong(trade[0]).putLong(trade[1]).putLong(trade[2]).put((byte) trade[3]);
        }
        return frame.end(symbol);
    }

    /** A change of the book. */
    public static byte[] change(String symbol, long timeUs, long first, long last, long[][] bids, long[][] asks) {
        BinaryFrames frame = new BinaryFrames(26, 10_003);
        frame.out.putLong(timeUs).putLong(first).putLong(last).put((byte) -2).put((byte) -5);
        frame.levels(bids);
        frame.levels(asks);
        return frame.end(symbol);
    }

    /** The top of the book. */
    public static byte[] snapshot(String symbol, long timeUs, long id, long[][] bids, long[][] asks) {
        BinaryFrames frame = new BinaryFrames(18, 10_002);
        frame.out.putLong(timeUs).putLong(id).put((byte) -2).put((byte) -5);
        frame.levels(bids);
        frame.levels(asks);
        return frame.end(symbol);
    }

    private void levels(long[][] levels) {
        out.putShort((short) 16).putShort((short) levels.length);
        for (long[] level : levels) {
            out.putLong(level[0]).putLong(level[1]);
        }
    }

    private byte[] end(String symbol) {
        byte[] bytes = symbol.getBytes(StandardCharsets.UTF_8);
        out.put((byte) bytes.length).put(bytes);
        return Arrays.copyOf(out.array(), out.position());
    }
}
