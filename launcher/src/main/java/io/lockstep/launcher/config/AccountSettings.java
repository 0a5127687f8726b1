package io.lockstep.launcher.config;

import io.lockstep.engine.sbe.Venue;
import io.lockstep.engine.settings.Setting;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One account at one venue.
 *
 * @param name what strategies call it
 * @param venue where it is
 * @param balances what a simulated account starts with, amount by asset, E8; a real account's are the venue's word
 * @param credentials where the key of an account at a connected venue is found
 * @param accountId the venue's own name for the account, which a start holds the key's account against; not held against unless given
 */
public record AccountSettings(
        @Setting(help = "name strategies refer to") String name,
        @Setting(help = "venue the account is at") Venue venue,

        @Setting(
                help = "starting balances of a simulated account, by asset",
                unit = "the asset",
                decimal = true,
                least = "0",
                most = "10000000000",
                fallback = "{}")
        Map<String, Long> balances,

        @Setting(help = "where the key of an account at a connected venue is found") @Nullable
        CredentialSettings credentials,

        @Setting(help = "the venue's own name for the account; a start with a key to another one is refused") @Nullable
        String accountId) {

    /** An account that is not pinned. */
    public AccountSettings(
            String name, Venue venue, Map<String, Long> balances, @Nullable CredentialSettings credentials) {
        this(name, venue, balances, credentials, null);
    }

    /** Copies the balances, sorted by asset. */
    public AccountSettings {
        balances = Collections.unmodifiableMap(new TreeMap<>(balances));
    }
}
