package io.lockstep.launcher.alert;

import java.io.IOException;

/** Somebody who is told of alerts. Called by one thread; may block up to its time-out. */
public interface AlertReceiver {
    /** Its name in the journal, up to 32 ASCII characters. */
    String name();

    /**
     * Tells it.
     *
     * @throws IOException if it does not have it; the message holds no secret
     */
    void send(AlertNote note) throws IOException;
}
