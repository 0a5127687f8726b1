package io.lockstep.launcher.cli.option;

import io.lockstep.launcher.plugin.StrategyCatalog;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where strategies come from besides the ones that ship. */
public final class PluginOptions {
    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "Folder of jars with further strategies; their code runs in this process.")
    private @Nullable Path plugins;

    /** The strategies that ship and those of the folder. */
    public StrategyCatalog catalog() throws IOException {
        return StrategyCatalog.load(plugins);
    }
}
