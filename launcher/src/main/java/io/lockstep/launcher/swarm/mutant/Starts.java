package io.lockstep.launcher.swarm.mutant;

import static io.lockstep.engine.event.RecordLayout.BODY_OFFSET;
import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.sbe.ConnectionState;
import io.lockstep.engine.sbe.ConnectionStatusDecoder;
import io.lockstep.engine.sbe.EngineStartDecoder;
import io.lockstep.engine.sbe.EngineStartEncoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.engine.sbe.OperatorAction;
import io.lockstep.engine.sbe.RunMode;
import io.lockstep.engine.sbe.ScopeKind;
import io.lockstep.engine.sbe.TimerTickDecoder;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.launcher.swarm.line.Records;
import io.lockstep.launcher.swarm.machine.Disk;
import io.lockstep.launcher.swarm.machine.Workmanship;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** Starts that skip what a start must not skip. */
final class Starts {
    private Starts() {}

    /** The latch is kept in memory alone. */
    static Workmanship forgettingLatch() {
        return new Workmanship() {
            @Override
            public void starting(Disk disk) {
                disk.latches().clear();
            }
        };
    }

    /** A restart puts the engine back to work: latch, ladder, loss counters. */
    static Workmanship resetting() {
        return new Workmanship() {
            private boolean starts;

            @Override
            public void starting(Disk disk) {
                disk.latches().clear();
                starts = true;
            }

            @Override
            public boolean forgetsKill() {
                return true;
            }

            @Override
            public byte[] inbound(byte[] sound) {
                boolean tick = template(sound) == TimerTickDecoder.TEMPLATE_ID;
                if (!tick || !starts) {
                    return sound;
                }
                starts = false;
                return new Records(Venue.BINANCE_USDM).operator(OperatorAction.RESET, ScopeKind.ENGINE, 0, 0);
            }
        };
    }

    /** A private stream that is up again puts the engine back to work, whatever stopped it. */
    static Workmanship resettingOnReconnect() {
        return new Workmanship() {
            private final MessageHeaderDecoder header = new MessageHeaderDecoder();
            private boolean up;

            @Override
            public byte[] inbound(byte[] sound) {
                if (template(sound) == ConnectionStatusDecoder.TEMPLATE_ID) {
                    up = new ConnectionStatusDecoder()
                                    .wrapAndApplyHeader(new UnsafeBuffer(sound), MESSAGE_OFFSET, header)
                                    .state()
                            == ConnectionState.READY;
                }
                if (!up || template(sound) != TimerTickDecoder.TEMPLATE_ID) {
                    return sound;
                }
                up = false;
                return new Records(Venue.BINANCE_USDM).operator(OperatorAction.RESET, ScopeKind.ENGINE, 0, 0);
            }
        };
    }

    /** Nobody waits for the private stream or compares books: the account is not supervised. */
    static Workmanship unsupervised() {
        return new Workmanship() {
            private final MessageHeaderDecoder header = new MessageHeaderDecoder();

            @Override
            public byte @Nullable [] inbound(byte[] sound) {
                UnsafeBuffer buffer = new UnsafeBuffer(sound);
                if (template(sound) == ConnectionStatusDecoder.TEMPLATE_ID) {
                    ConnectionStatusDecoder status =
                            new ConnectionStatusDecoder().wrapAndApplyHeader(buffer, MESSAGE_OFFSET, header);
                    return status.state() == ConnectionState.READY ? sound : null;
                }
                if (template(sound) == EngineStartDecoder.TEMPLATE_ID) {
                    byte[] copy = sound.clone();
                    new EngineStartEncoder()
                            .wrap(new UnsafeBuffer(copy), BODY_OFFSET)
                            .mode(RunMode.PAPER);
                    return copy;
                }
                return sound;
            }
        };
    }

    private static int template(byte[] record) {
        return RecordLayout.templateId(new UnsafeBuffer(record), 0);
    }
}
