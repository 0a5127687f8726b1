package io.lockstep.launcher.cli.option;

import io.lockstep.launcher.config.LockstepConfig;
import io.lockstep.launcher.config.load.ConfigLoader;
import io.lockstep.launcher.operator.ControlFolder;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.header.RecordedRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The configuration an operator's command goes by: that of the run if it left one beside its journal, else the file that was named, else what
 * the journal holds. Strategies are not looked at: a kill must not fail because a plug-in is not there.
 */
public final class RunConfigs {
    private RunConfigs() {}

    /**
     * Finds it.
     *
     * @param named the file that was named, null for none
     * @throws IllegalArgumentException if there is none
     */
    public static LockstepConfig of(JournalFolder folder, @Nullable Path named) throws IOException {
        Optional<String> recorded = ControlFolder.of(folder.path()).readConfig();
        if (recorded.isPresent()) {
            return ConfigLoader.structure(recorded.get(), "configuration of the run in " + folder.path());
        }
        if (named != null) {
            return ConfigLoader.structure(Files.readString(named), named.toString());
        }
        if (folder.exists()) {
            return ConfigLoader.structure(RecordedRuns.last(folder).configText(), "journal " + folder.path());
        }
        throw new IllegalArgumentException("no configuration to go by: no run in " + folder.path() + ", no --config");
    }
}
