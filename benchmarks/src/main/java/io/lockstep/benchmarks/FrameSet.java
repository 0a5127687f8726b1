package io.lockstep.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Random;

/** Frames of one kind with prices and sizes of usual lengths, one behind the other in an array that goes on behind the last. */
final class FrameSet {
    /** How many; a power of two. */
    static final int COUNT = 64;

    private static final int DEPTH_CHANGES_A_SIDE = 20;
    private static final long SEED = 7;

    private final byte[] bytes;
    private final int[] ends;

    private FrameSet(byte[] bytes, int[] ends) {
        this.bytes = bytes;
        this.ends = ends;
    }

    static FrameSet of(String kind) {
        Random random = new Random(SEED);
        StringBuilder all = new StringBuilder();
        int[] ends = new int[COUNT];
        for (int i = 0; i < COUNT; i++) {
            all.append(
                    switch (kind) {
                        case "bookTicker" -> bookTicker(random);
                        case "spotBookTicker" -> spotBookTicker(random);
                        default -> depth(random);
                    });
            ends[i] = all.length();
        }
        return new FrameSet((all + "\0\0\0\0\0\0\0\0").getBytes(US_ASCII), ends);
    }

    byte[] bytes() {
        return bytes;
    }

    int start(int frame) {
        return frame == 0 ? 0 : ends[frame - 1];
    }

    int length(int frame) {
        return ends[frame] - start(frame);
    }

    private static String bookTicker(Random random) {
        return "{\"e\":\"bookTicker\",\"u\":" + (5_123_107_837_600L + random.nextInt(1_000_000))
                + ",\"s\":\"BTCUSDT\",\"b\":\"" + price(random) + "\",\"B\":\"" + size(random) + "\",\"a\":\""
                + price(random) + "\",\"A\":\"" + size(random) + "\",\"T\":"
                + (1_723_161_256_298L + random.nextInt(100_000)) + ",\"E\":1723161256299}";
    }

    private static String spotBookTicker(Random random) {
        return "{\"u\":" + (50_093_239_212L + random.nextInt(1_000_000)) + ",\"s\":\"BTCUSDT\",\"b\":\"" + price(random)
                + "000000\",\"B\":\"" + size(random) + "00000\",\"a\":\"" + price(random) + "000000\",\"A\":\""
                + size(random) + "00000\"}";
    }

    private static String depth(Random random) {
        return "{\"e\":\"depthUpdate\",\"E\":1723161256299,\"T\":1723161256298,\"s\":\"BTCUSDT\",\"U\":"
                + (5_123_107_832_006L + random.nextInt(1_000_000)) + ",\"u\":5123107837557,\"pu\":5123107831937,\"b\":["
                + levels(random) + "],\"a\":[" + levels(random) + "]}";
    }

    private static String levels(Random random) {
        StringBuilder levels = new StringBuilder();
        for (int i = 0; i < DEPTH_CHANGES_A_SIDE; i++) {
            levels.append(i == 0 ? "[\"" : ",[\"")
                    .append(price(random))
                    .append("\",\"")
                    .append(size(random))
                    .append("\"]");
        }
        return levels.toString();
    }

    private static String price(Random random) {
        return 61_000 + random.nextInt(999) + "." + random.nextInt(10) + "0";
    }

    private static String size(Random random) {
        return random.nextInt(20) + "." + (100 + random.nextInt(899));
    }
}
