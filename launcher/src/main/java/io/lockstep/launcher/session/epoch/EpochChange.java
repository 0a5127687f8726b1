package io.lockstep.launcher.session.epoch;

import io.lockstep.engine.replay.Divergence;
import io.lockstep.engine.replay.HandlerFailure;
import io.lockstep.journal.JournalCatalog;
import io.lockstep.journal.RollFileEntry;
import io.lockstep.launcher.config.EffectiveConfig;
import io.lockstep.launcher.config.binding.ConfigurationException;
import io.lockstep.launcher.session.folder.JournalFolder;
import io.lockstep.launcher.session.header.PastNames;
import io.lockstep.launcher.session.header.RecordedRuns;
import io.lockstep.launcher.session.header.RunHeader;
import io.lockstep.launcher.session.header.RunHeaderReader;
import io.lockstep.launcher.session.replay.PastEnd;
import io.lockstep.launcher.session.wiring.RunHeaders;
import io.lockstep.launcher.session.wiring.Wiring;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a journal's current epoch and opens the next one where a start cannot go on with it, or need not. The caller holds the folder's lock
 * and nothing of it is open.
 */
public final class EpochChange {
    private static final Logger LOG = LoggerFactory.getLogger(EpochChange.class);

    private final JournalFolder folder;
    private final EffectiveConfig config;
    private final Wiring wiring;
    private final String buildId;

    /**
     * A change to a configuration and a build.
     *
     * @param buildId the program that runs now
     */
    public EpochChange(JournalFolder folder, EffectiveConfig config, Wiring wiring, String buildId) {
        this.folder = folder;
        this.config = config;
        this.wiring = wiring;
        this.buildId = buildId;
    }

    /** Why a start opens a new epoch. */
    public enum Reason {
        /** A repair gave up records: what is left cannot be replayed. */
        RECORDS_LOST,
        /** It was asked for. */
        ON_DEMAND,
        /** Another build runs. */
        BUILD,
        /** Another configuration is in force. */
        CONFIGURATION,
        /** The venue describes an instrument otherwise than when the epoch began. */
        INSTRUMENTS,
        /** The current epoch is so long that later starts would be slow. */
        LENGTH
    }

    /** Why a start now would open a new epoch; empty if it would go on with the current one, or begin the first. */
    public Optional<Reason> reason(boolean onDemand) {
        List<RunHeaderReader.Found> runs = folder.isBegun() ? RecordedRuns.first(folder, 2) : List.of();
        return runs.isEmpty() ? Optional.empty() : reason(runs, onDemand);
    }

    private Optional<Reason> reason(List<RunHeaderReader.Found> runs, boolean onDemand) {
        RunHeader epoch = runs.get(0).run();
        if (hasGaps()) {
            return Optional.of(Reason.RECORDS_LOST);
        }
        if (onDemand) {
            return Optional.of(Reason.ON_DEMAND);
        }
        if (!epoch.buildId().equals(buildId)) {
            return Optional.of(Reason.BUILD);
        }
        if (!epoch.configHash().equals(config.sha256Hex())) {
            return Optional.of(Reason.CONFIGURATION);
        }
        if (!epoch.instruments().equals(wiring.instruments())) {
            return Optional.of(Reason.INSTRUMENTS);
        }
        long most = config.config().journal().epochRecords();
        return most > 0 && inputs(runs) > most ? Optional.of(Reason.LENGTH) : Optional.empty();
    }

    /**
     * Opens a new epoch if there is a reason to.
     *
     * @param onDemand whether to do so in any case
     * @return why one was opened; empty if none was
     * @throws ConfigurationException if the old epoch holds what the configuration has no home for
     * @throws Divergence if the build that recorded the epoch now decides otherwise
     * @throws HandlerFailure if a handler throws on a recorded input
     * @throws UnprovenEpochException if another build recorded the epoch and this one cannot prove it
     */
    public Optional<Reason> openIfNeeded(boolean onDemand) {
        folder.layout().finish();
        Optional<Reason> reason = reason(onDemand);
        reason.ifPresent(this::open);
        return reason;
    }

    private void open(Reason reason) {
        RunHeader last = RecordedRuns.last(folder);
        PastEnd end = end(last, reason);
        PastNames names = PastNames.of(last);
        EpochMap map = new EpochMap(names, last.instruments(), config.config(), wiring.instruments());
        HomeCheck homes = new HomeCheck(end.engine().risk(), names, last.instruments(), map);
        homes.require("configuration");
        RunHeader header = RunHeaders.nextEpoch(last, config, wiring, buildId);
        write(new EpochOpener(folder, config.config(), wiring, header, last), end, reason, map, homes.homeless());
        folder.layout().change(last.epoch());
        LOG.info("opened epoch {} because of {}, proven={}", header.epoch(), reason, end.proven());
        int keep = config.config().journal().keepEpochs();
        if (keep > 0) {
            folder.layout().trim(keep);
        }
    }

    /** Market data that makes a handler throw must not keep an epoch from being opened: then strategies start cold. */
    private void write(EpochOpener opener, PastEnd end, Reason reason, EpochMap map, List<String> homeless) {
        try {
            opener.write(end, reason, map, homeless);
        } catch (RuntimeException failure) {
            // strategies that cannot be warmed up must not keep what is held from being carried over
            LOG.warn("opening the epoch without market data to warm up with", failure);
            List<String> notices = new ArrayList<>(homeless);
            notices.add("strategies start without warming up: " + failure);
            opener.withoutWarmUp().write(end, reason, map, notices);
        }
    }

    private PastEnd end(RunHeader last, Reason reason) {
        try {
            return PastEnd.of(folder, wiring.catalog(), reason == Reason.RECORDS_LOST);
        } catch (Divergence | ConfigurationException | HandlerFailure failure) {
            if (last.buildId().equals(buildId)) {
                throw failure;
            }
            throw new UnprovenEpochException(folder, last, failure);
        }
    }

    private boolean hasGaps() {
        try (JournalFolder.Recording inputs = JournalFolder.open(folder.inputs());
                JournalFolder.Recording decisions = JournalFolder.open(folder.decisions())) {
            return inputs.hasGaps() || decisions.hasGaps();
        }
    }

    /** Inputs since the epoch went live; what it was opened with does not count. */
    private long inputs(List<RunHeaderReader.Found> runs) {
        boolean first = runs.get(0).run().epoch() == 1;
        int live = first ? 0 : 1;
        List<RollFileEntry> files = JournalCatalog.list(folder.inputs());
        long last = files.isEmpty() ? 0 : files.get(files.size() - 1).lastSequence();
        return runs.size() > live ? last - runs.get(live).sequence() : 0;
    }
}
