package io.lockstep.launcher.venue;

import io.lockstep.engine.port.VenueAdmin;
import io.lockstep.engine.sbe.Venue;
import java.util.List;

/**
 * An account at a venue, reachable without an engine.
 *
 * @param name its name in the configuration
 * @param venue where it is
 * @param symbols the configured symbols of that venue
 * @param admin its own connection; closed by whoever opened the account
 */
public record AdminAccount(String name, Venue venue, List<String> symbols, VenueAdmin admin) {
    /** Copies the symbols. */
    public AdminAccount {
        symbols = List.copyOf(symbols);
    }
}
