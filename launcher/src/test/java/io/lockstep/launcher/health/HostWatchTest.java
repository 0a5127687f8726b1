package io.lockstep.launcher.health;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.control.ControlFile;
import io.lockstep.engine.control.Gauge;
import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.port.EventPublisher;
import io.lockstep.engine.sbe.HostStatusDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.journal.JournalSettings;
import io.lockstep.journal.upkeep.FreeSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostWatchTest {
    private static final long NS_PER_S = 1_000_000_000;
    private static final long GIB = 1L << 30;

    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();
    private ControlFile control;
    private long nowNs;
    private long freeBytes = 100 * GIB;
    private boolean broken;

    @BeforeEach
    void open() {
        control = ControlFile.open(folder);
    }

    @AfterEach
    void close() {
        control.close();
    }

    @Test
    void shouldSpeakOnlyOfChangesWhenItHasNoSchedule() {
        HostWatch watch = watch(0);

        look(watch, 100 * GIB);
        look(watch, 2 * GIB - 1);
        look(watch, 2 * GIB - 2);
        look(watch, GIB / 2 - 1);
        look(watch, 50 * GIB);

        assertThat(said).containsExactly("LOW " + (2 * GIB - 1), "CRITICAL " + (GIB / 2 - 1), "OK " + 50 * GIB);
    }

    @Test
    void shouldSpeakAtOnceAndThenBySchedule() {
        HostWatch watch = watch(3_000);

        for (int second = 0; second < 7; second++) {
            look(watch, 100 * GIB);
        }

        assertThat(said).hasSize(3).allMatch(each -> each.startsWith("OK"));
    }

    @Test
    void shouldTakeADiskThatCannotBeReadForFull() {
        HostWatch watch = watch(0);
        broken = true;

        look(watch, 100 * GIB);

        assertThat(said).hasSize(1).allMatch(each -> each.startsWith("CRITICAL"));
    }

    @Test
    void shouldShowWhatIsLeftToOtherProcesses() {
        look(watch(0), 7 * GIB);

        assertThat(control.gauges().get(Gauge.DISK_FREE)).isEqualTo(7 * GIB);
    }

    private HostWatch watch(long everyMs) {
        FreeSpace.Probe probe = new FreeSpace.Probe() {
            @Override
            public long usableBytes() throws IOException {
                if (broken) {
                    throw new IOException("out of order");
                }
                return freeBytes;
            }

            @Override
            public long totalBytes() {
                return 20 * GIB;
            }
        };
        return new HostWatch(probe, () -> nowNs, JournalSettings.defaults(), everyMs, control.gauges());
    }

    /** One second later, with so much left. */
    private void look(HostWatch watch, long left) {
        nowNs += NS_PER_S;
        freeBytes = left;
        watch.look(publisher(), () -> 42);
    }

    private EventPublisher publisher() {
        return new EventPublisher() {
            @Override
            public EngineEvent tryClaim() {
                return claim();
            }

            @Override
            public EngineEvent claim() {
                return new EngineEvent();
            }

            @Override
            public void publish(EngineEvent event) {
                HostStatusDecoder status = new HostStatusDecoder()
                        .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, new MessageHeaderDecoder());
                said.add(status.level() + " " + status.available());
            }
        };
    }
}
