package io.lockstep.launcher.doctor;

import io.lockstep.engine.EngineSettings;
import io.lockstep.journal.JournalSettings;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The machine a session would run on.
 *
 * @param cores processors the JVM may use
 * @param freeBytes free space where the journal goes
 * @param totalBytes size of that file system
 * @param flags what the JVM was started with
 */
record HostCheck(int cores, long freeBytes, long totalBytes, List<String> flags) {
    private static final String HOST = "host";
    private static final List<String> NEEDED =
            List.of("-XX:+DisableAttachMechanism", "-XX:-HeapDumpOnOutOfMemoryError");

    HostCheck {
        flags = List.copyOf(flags);
    }

    /** This machine, and the file system of a folder that need not be there yet. */
    static HostCheck of(Path journal) {
        Path folder = journal.toAbsolutePath();
        while (folder.getParent() != null && !folder.toFile().exists()) {
            folder = folder.getParent();
        }
        return new HostCheck(
                Runtime.getRuntime().availableProcessors(),
                folder.toFile().getUsableSpace(),
                folder.toFile().getTotalSpace(),
                ManagementFactory.getRuntimeMXBean().getInputArguments());
    }

    /** Looks at disk, cores and flags. */
    List<Finding> run(JournalSettings journal, EngineSettings engine) {
        List<Finding> found = new ArrayList<>();
        found.add(disk(journal));
        found.add(waiting(engine));
        found.add(heap());
        for (String flag : NEEDED) {
            boolean set = flags.contains(flag);
            found.add(
                    Finding.of(HOST, "jvm", set, set ? flag : "started without " + flag + ", see config/jvm.options"));
        }
        return found;
    }

    private Finding disk(JournalSettings journal) {
        long least = Math.max(journal.lowFreeBytes(), totalBytes / 100 * journal.lowFreePercent());
        return Finding.of(
                HOST,
                "disk",
                freeBytes > least,
                (freeBytes >> 20) + " MiB free, no new risk below " + (least >> 20) + " MiB");
    }

    private Finding waiting(EngineSettings engine) {
        int spinners = engine.threading().threads();
        try {
            String mode = engine.waitMode().resolve(spinners, cores).name();
            return Finding.fine(HOST, "cores", cores + " cores, " + spinners + " engine threads, wait mode " + mode);
        } catch (IllegalArgumentException e) {
            return Finding.wrong(HOST, "cores", String.valueOf(e.getMessage()));
        }
    }

    private Finding heap() {
        Optional<String> least = flag("-Xms");
        Optional<String> most = flag("-Xmx");
        boolean fixed = least.isPresent() && least.equals(most);
        return Finding.of(
                HOST,
                "heap",
                fixed,
                fixed ? "fixed at " + most.get() : "may grow while trading: give -Xms and -Xmx the same size");
    }

    private Optional<String> flag(String start) {
        return flags.stream()
                .filter(each -> each.startsWith(start))
                .reduce((earlier, later) -> later)
                .map(each -> each.substring(start.length()));
    }
}
