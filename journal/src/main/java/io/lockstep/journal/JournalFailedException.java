package io.lockstep.journal;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The journal could not be written or forced onto the device. Final: the same log must not be used again, for after a failed sync the
 * kernel may call lost pages clean, and a second try would succeed and lie.
 */
public final class JournalFailedException extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    /**
     * @param message what was tried
     * @param cause what went wrong
     */
    public JournalFailedException(String message, IOException cause) {
        super(message, cause);
    }
}
