package io.lockstep.launcher.cli.option;

import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.launcher.operator.OperatorRequest;
import io.lockstep.launcher.session.folder.JournalFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which engine an operator means, who they are and why they ask. */
public final class OperatorOptions {
    @Option(names = "--journal", paramLabel = "DIR", description = "Journal folder of the run; default var/run.")
    private @Nullable Path journal;

    @Option(names = "--actor", paramLabel = "NAME", description = "Who asks, for the journal; default the user's name.")
    private @Nullable String actor;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the journal.")
    private String reason = "";

    /** The journal's folder. */
    public JournalFolder folder() {
        return new JournalFolder(journal == null ? Folders.home().resolve("var").resolve("run") : journal);
    }

    /** Who asks. */
    public String actor() {
        return actor == null ? System.getProperty("user.name", "unknown") : actor;
    }

    /** Why. */
    public String reason() {
        return reason;
    }

    /** A request of this operator. */
    public OperatorRequest request(OperatorAction action, ScopeKind scope, String name) {
        return OperatorRequest.of(action, scope, name, actor(), reason, System.currentTimeMillis());
    }
}
