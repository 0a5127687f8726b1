package io.lockstep.launcher.swarm.mutant;

import io.lockstep.engine.port.EventLog;
import java.io.UncheckedIOException;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A journal that does not do what it says: late, altered, forgetful, or never on the device. */
final class BadLog implements EventLog {
    private static final int VICTIM = 300;

    private final EventLog sound;
    private final Flaw flaw;
    private byte[] held = new byte[0];
    private int appended;

    BadLog(EventLog sound, Flaw flaw) {
        this.sound = sound;
        this.flaw = flaw;
    }

    /** What is wrong with it. */
    enum Flaw {
        /** A record is stored when the next one comes. */
        LATE,
        /** A sync does nothing. */
        NO_SYNC,
        /** One byte of a record is another. */
        FLIPPED_BYTE,
        /** A record is left out. */
        LOST_RECORD,
        /** A record is stored twice. */
        REPEATED_RECORD,
        /** A device that refuses to sync is taken for one that did. */
        REFUSAL_IGNORED
    }

    @Override
    public void append(DirectBuffer buffer, int offset, int length) {
        appended++;
        switch (flaw) {
            case LATE -> {
                flush();
                held = copy(buffer, offset, length);
            }
            case FLIPPED_BYTE -> {
                byte[] record = copy(buffer, offset, length);
                record[length - 1] ^= (byte) (appended == VICTIM ? 1 : 0);
                sound.append(new UnsafeBuffer(record), 0, length);
            }
            case LOST_RECORD -> {
                if (appended != VICTIM) {
                    sound.append(buffer, offset, length);
                }
            }
            case REPEATED_RECORD -> {
                sound.append(buffer, offset, length);
                if (appended == VICTIM) {
                    sound.append(buffer, offset, length);
                }
            }
            case NO_SYNC, REFUSAL_IGNORED -> sound.append(buffer, offset, length);
        }
    }

    @Override
    public void sync() {
        flush();
        switch (flaw) {
            case NO_SYNC -> {}
            case REFUSAL_IGNORED -> syncAnyhow();
            default -> sound.sync();
        }
    }

    @Override
    public long lastSequence() {
        return sound.lastSequence();
    }

    @Override
    public long lastChain() {
        return sound.lastChain();
    }

    @Override
    public long durableSequence() {
        return sound.durableSequence();
    }

    @Override
    public void close() {
        flush();
        sound.close();
    }

    private void syncAnyhow() {
        try {
            sound.sync();
        } catch (UncheckedIOException refused) {
            // the bug: what is not on the device counts as if it were
        }
    }

    private void flush() {
        if (held.length > 0) {
            byte[] record = held;
            held = new byte[0];
            sound.append(new UnsafeBuffer(record), 0, record.length);
        }
    }

    private static byte[] copy(DirectBuffer buffer, int offset, int length) {
        byte[] record = new byte[length];
        buffer.getBytes(offset, record);
        return record;
    }
}
