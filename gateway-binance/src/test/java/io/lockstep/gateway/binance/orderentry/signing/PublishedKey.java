package io.lockstep.gateway.binance.orderentry.signing;

/** The key of the venue's published examples; it opens nothing. */
public final class PublishedKey {
    /** What requests are signed with. */
    public static final String SPOT_SECRET = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";

    /** What requests name. */
    public static final String SPOT_KEY = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";

    private PublishedKey() {}
}
