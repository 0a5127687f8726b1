package io.lockstep.launcher.venue;

import io.lockstep.engine.port.VenueAdmin;
import io.lockstep.launcher.config.AccountSettings;
import io.lockstep.launcher.config.InstrumentSettings;
import java.util.List;
import java.util.Optional;

/** Opens accounts at some venues. Found by {@link java.util.ServiceLoader}, so that a plug-in or a test can serve a venue of its own. */
public interface VenueAdminProvider {
    /**
     * Opens an account; connects when it is first used.
     *
     * @param account which
     * @param instruments what is configured at its venue
     * @return empty if it does not serve that account
     * @throws IllegalArgumentException if it does, and its key cannot be had
     */
    Optional<VenueAdmin> open(AccountSettings account, List<InstrumentSettings> instruments);
}
