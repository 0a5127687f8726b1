package io.lockstep.launcher.operator;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.engine.control.LatchFile;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every copy of the kill latch of one engine. Any one of them set means killed; so losing the control file, the journal's folder or the
 * folder of the second copies un-kills nothing.
 *
 * <pre>
 *   JOURNAL/control.dat            what the last step before sending reads
 *   JOURNAL/kill.latch             beside the journal
 *   LATCHES/ACCOUNT.latch          outside of the journal's folder, one for each account
 *   the journal itself             a KILL that no RESET followed
 * </pre>
 *
 * <p>Safe for any number of processes.
 */
public final class Latches {
    private final ControlFile control;
    private final List<LatchFile> files;

    /**
     * The latches of an engine.
     *
     * @param control its control file, open
     * @param journal the journal's folder
     * @param folder folder of the second copies
     * @param accounts names of its accounts; none leaves out the second copies
     */
    public Latches(ControlFile control, Path journal, Path folder, List<String> accounts) {
        this.control = control;
        List<LatchFile> all = new ArrayList<>();
        all.add(new LatchFile(journal.resolve(LatchFile.NAME)));
        for (String account : accounts) {
            all.add(new LatchFile(folder.resolve(URLEncoder.encode(account, StandardCharsets.UTF_8) + ".latch")));
        }
        files = List.copyOf(all);
    }

    /**
     * A copy and its state.
     *
     * @param path where it is
     * @param set whether it is set
     */
    public record Copy(Path path, boolean set) {}

    /** Whether any copy is set. */
    public boolean isSet() {
        return control.isSet() || isFileSet();
    }

    /** Whether any copy in a file of its own is set. */
    public boolean isFileSet() {
        return files.stream().anyMatch(LatchFile::isSet);
    }

    /** Who set it, when and why, as the first copy tells that does; empty while none does. */
    public Optional<LatchFile.Entry> story() {
        return files.stream()
                .filter(LatchFile::isSet)
                .map(LatchFile::read)
                .filter(each -> each.sinceMs() > 0)
                .findFirst();
    }

    /** Who set it, when and why, as far as that is told; empty if it is not set. */
    public Optional<LatchFile.Entry> entry() {
        Optional<LatchFile.Entry> told = story();
        if (told.isPresent()) {
            return told;
        }
        return isSet()
                ? Optional.of(new LatchFile.Entry(control.killedAtMs(), "unknown", "not told"))
                : Optional.empty();
    }

    /**
     * Sets every copy, the one the engine reads first. One that cannot be written does not keep the others from being set.
     *
     * @throws UncheckedIOException if a copy could not be written, after all others were
     */
    public void set(LatchFile.Entry entry) {
        control.kill(entry.sinceMs());
        UncheckedIOException failure = null;
        for (LatchFile file : files) {
            try {
                file.set(entry);
            } catch (UncheckedIOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Clears every copy, the one the engine reads last. */
    public void clear() {
        files.forEach(LatchFile::clear);
        control.reset();
    }

    /** All copies and their states. */
    public List<Copy> copies() {
        List<Copy> copies = new ArrayList<>();
        copies.add(new Copy(Path.of(ControlFile.NAME), control.isSet()));
        files.forEach(each -> copies.add(new Copy(each.path(), each.isSet())));
        return copies;
    }
}
