package io.lockstep.launcher.tape.capture;

import io.lockstep.gateway.binance.reference.Product;
import io.lockstep.launcher.tape.source.LineReader;
import io.lockstep.launcher.tape.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Tells spot from futures by the first frames: only futures link depth updates by {@code pu}, name the kind in a book ticker, say how
 * a trade came about ({@code X}), and send mark prices and liquidations. (Binance Spot API and USDⓈ-M Futures, "WebSocket Market
 * Streams", read 2026-11.)
 */
public final class CaptureProduct {
    private static final int FRAMES = 1_000;
    private static final Pattern FUTURES = Pattern.compile(
            "\"pu\"\\s*:|\"e\"\\s*:\\s*\"(bookTicker|markPriceUpdate|forceOrder)\"|\"e\"\\s*:\\s*\"trade\".*\"X\"\\s*:");

    private CaptureProduct() {}

    /** The product of a capture. */
    public static Product detect(SourceFile file) throws IOException {
        try (LineReader lines = new LineReader(file.open(bytes -> {}))) {
            for (int i = 0; i < FRAMES && lines.next(); i++) {
                String frame = new String(lines.array(), lines.offset(), lines.length(), StandardCharsets.UTF_8);
                if (FUTURES.matcher(frame).find()) {
                    return Product.USDM;
                }
            }
            return Product.SPOT;
        }
    }
}
