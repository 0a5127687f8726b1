package io.lockstep.simulator.alpaca.feed;

import io.lockstep.simulator.alpaca.market.Asset;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The streams of market data, each at its path. */
public enum DataFeed {
    /** One exchange's shares. */
    IEX("/v2/iex"),
    /** All US shares. */
    SIP("/v2/sip"),
    /** All US shares, a quarter of an hour late. */
    DELAYED_SIP("/v2/delayed_sip"),
    /** The symbol that is always awake. */
    TEST("/v2/test"),
    /** Coins. */
    CRYPTO("/v1beta3/crypto/us"),
    /** Headlines. */
    NEWS("/v1beta1/news");

    private static final Set<Channel> OF_SHARES = EnumSet.range(Channel.TRADES, Channel.IMBALANCES);
    private static final Set<Channel> OF_COINS = EnumSet.of(
            Channel.TRADES, Channel.QUOTES, Channel.BARS, Channel.UPDATED_BARS, Channel.DAILY_BARS, Channel.ORDERBOOKS);
    private static final Set<Channel> OF_NEWS = EnumSet.of(Channel.NEWS);

    private final String path;

    DataFeed(String path) {
        this.path = path;
    }

    /** The feed at a path, or null if there is none. */
    public static @Nullable DataFeed at(String path) {
        for (DataFeed each : values()) {
            if (each.path.equals(path)) {
                return each;
            }
        }
        return null;
    }

    /** Whether it tells of an asset. */
    boolean carries(Asset asset) {
        return switch (this) {
            case IEX, SIP, DELAYED_SIP -> asset.isPublic() && !asset.isCrypto();
            case TEST -> !asset.isPublic();
            case CRYPTO -> asset.isCrypto();
            case NEWS -> false;
        };
    }

    /** How late it tells, nanoseconds. */
    long delayNs() {
        return this == DELAYED_SIP ? 900_000_000_000L : 0;
    }

    /** What it can be asked for. */
    Set<Channel> channels() {
        return switch (this) {
            case IEX, SIP, DELAYED_SIP, TEST -> OF_SHARES;
            case CRYPTO -> OF_COINS;
            case NEWS -> OF_NEWS;
        };
    }

    /** Whether its acknowledgements leave channels without symbols out, as was seen of this one. */
    boolean omitsEmptyChannels() {
        return this == IEX;
    }
}
