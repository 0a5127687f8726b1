package io.lockstep.engine.port;

import org.agrona.DirectBuffer;

/**
 * Where records are kept before they may have an effect. One writer thread; {@link #durableSequence} may be read by any.
 *
 * <p>The caller has sealed the record: the log stores its bytes as they are.
 */
public interface EventLog extends AutoCloseable {
    /**
     * Stores one sealed record. When it returns, the record survives the death of this process.
     *
     * @param buffer array-backed buffer that holds the record
     * @param offset where the record's frame starts
     * @param length length of the record, bytes
     */
    void append(DirectBuffer buffer, int offset, int length);

    /**
     * Forces everything appended so far onto the device.
     *
     * @throws java.io.UncheckedIOException if the device refuses; the log must not be used again, for a retry can lie
     */
    void sync();

    /** Sequence of the last record stored, 0 for none. */
    long lastSequence();

    /** The chain value after the last record stored, to continue sealing from. */
    long lastChain();

    /** Sequence up to which a successful {@link #sync()} vouches. */
    long durableSequence();

    @Override
    void close();
}
