package io.lockstep.launcher.demo;

import io.lockstep.engine.instrument.FixedPoint;
import io.lockstep.launcher.tape.ImportProgress;
import io.lockstep.launcher.tape.ImportRequest;
import io.lockstep.launcher.tape.InstrumentTraits;
import io.lockstep.launcher.tape.TapeImporter;
import io.lockstep.launcher.tape.format.TapeFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The trades that come with the build, Bitstamp BTC/USD of 2013-11-25 to 2013-12-01, as a tape made on first use. */
public final class DemoTape {
    private static final String RESOURCE = "/demo/bitstamp_trades_from_20131125_usd.csv";
    private static final String SYMBOL = "BTCUSD";
    private static final long TICK_SIZE = FixedPoint.ONE / 100;
    private static final long LOT_SIZE = 1;
    private static final long MIN_NOTIONAL = 5 * FixedPoint.ONE;
    private static final long MAKER_FEE = FixedPoint.ONE / 1_000;
    private static final long TAKER_FEE = FixedPoint.ONE / 1_000;

    private DemoTape() {}

    /**
     * Makes the tape if it is not there.
     *
     * @param folder where it is kept
     * @param err told that it is being made
     * @return the folder
     * @throws IOException if it cannot be written
     */
    public static Path prepare(Path folder, PrintWriter err) throws IOException {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        err.println("lockstep demo: turning the trades that come with the build into a tape (once)");
        Files.createDirectories(folder.toAbsolutePath().getParent());
        Path draft = Files.createTempDirectory(folder.toAbsolutePath().getParent(), "tape-");
        try {
            write(draft);
            Files.move(draft.resolve("tape"), folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(draft);
        }
        return folder;
    }

    private static void write(Path draft) throws IOException {
        Path csv = draft.resolve("trades.csv");
        try (InputStream in = DemoTape.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("the build lacks its demo trades: resource=" + RESOURCE);
            }
            Files.copy(in, csv);
        }
        InstrumentTraits traits =
                new InstrumentTraits("BTC", "USD", TICK_SIZE, LOT_SIZE, MIN_NOTIONAL, MAKER_FEE, TAKER_FEE);
        ImportRequest request = new ImportRequest(TapeFormat.CSV_TRADES, List.of(csv), SYMBOL, null, null, 0, traits);
        new TapeImporter(request, ImportProgress.NONE).run(draft.resolve("tape"));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
