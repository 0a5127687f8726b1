package io.lockstep.launcher.loopback;

import io.lockstep.engine.sbe.Venue;
import io.lockstep.simulator.server.VenuePorts;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A venue served on loopback, and how a configuration connects to it. */
public enum LoopbackVenue {
    /** Binance Spot. */
    SPOT("binance-spot", Venue.BINANCE_SPOT),
    /** Binance USDⓈ-M. */
    USDM("binance-usdm", Venue.BINANCE_USDM),
    /** Alpaca. */
    ALPACA("alpaca", Venue.ALPACA);

    private static final String KEY_VARIABLE = "LOCKSTEP_LOOPBACK_KEY";
    private static final String SECRET_VARIABLE = "LOCKSTEP_LOOPBACK_SECRET";

    private final String label;
    private final Venue venue;

    LoopbackVenue(String label, Venue venue) {
        this.label = label;
        this.venue = venue;
    }

    /** What the server, an account and an instrument call it. */
    public String label() {
        return label;
    }

    /** The venue it stands for. */
    public Venue venue() {
        return venue;
    }

    /** A venue by its word on a command line, {@code spot}, {@code usdm} or {@code alpaca}. */
    public static LoopbackVenue of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(values())
                                .map(each -> each.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + ": venue=" + word));
    }

    /** Free ports for some of them. */
    public static VenuePorts anyPorts(Collection<LoopbackVenue> venues) {
        return new VenuePorts(port(venues, SPOT), port(venues, USDM), port(venues, ALPACA));
    }

    private static @Nullable Integer port(Collection<LoopbackVenue> venues, LoopbackVenue wanted) {
        return venues.contains(wanted) ? 0 : null;
    }

    /** An entry of {@code accounts}, named as the venue. */
    public String account() {
        return "  - { name: " + label + ", venue: " + label + ", credentials: { idVariable: " + KEY_VARIABLE
                + ", secretVariable: " + SECRET_VARIABLE + " } }\n";
    }

    /** Value of a variable that {@link #account} names; empty for any other. */
    public static String variable(String name) {
        return switch (name) {
            case KEY_VARIABLE -> "test-key";
            case SECRET_VARIABLE -> "test-secret";
            default -> "";
        };
    }

    /**
     * The section of {@code venues} that connects to it.
     *
     * @param port where it is served
     * @param more further keys of the section, each line indented by four blanks
     */
    public String section(int port, String more) {
        String text = switch (this) {
            case SPOT -> binance("binanceSpot", "ws-api/v3", "ws-api/v3");
            case USDM -> binance("binanceUsdm", "ws-fapi/v1", "private");
            case ALPACA -> ALPACA_SECTION;
        };
        return text.replace("PORT", Integer.toString(port)) + more;
    }

    private static String binance(String key, String api, String user) {
        return "  " + key + ":\n"
                + "    rest: http://127.0.0.1:PORT\n"
                + "    wsApi: ws://127.0.0.1:PORT/" + api + "\n"
                + "    userStreams: ws://127.0.0.1:PORT/" + user + "\n"
                + "    sendOrders: true\n";
    }

    /** The addresses of a Binance venue's market data, as entries of {@code marketData}. */
    public String marketDataAddresses(int port) {
        String product = this == SPOT ? "spot" : "usdm";
        return product + "Streams: \"ws://127.0.0.1:" + port + "\", " + product + "Rest: \"http://127.0.0.1:" + port
                + "\"";
    }

    private static final String ALPACA_SECTION = """
              alpaca:
                endpoints:
                  tradingRest: http://127.0.0.1:PORT
                  dataRest: http://127.0.0.1:PORT
                  tradingStream: ws://127.0.0.1:PORT/stream
                  stockStream: ws://127.0.0.1:PORT/v2
                  cryptoStream: ws://127.0.0.1:PORT/v1beta3/crypto/us
                  newsStream: ws://127.0.0.1:PORT/v1beta1/news
                orders: { sendOrders: true }
            """.indent(0);
}
