package io.lockstep.transport.net;

import java.net.URI;

/**
 * Where a connection goes. Its text form leaves the path out, because venues put keys there.
 *
 * @param scheme protocol, and whether through TLS
 * @param host name or address, not empty; with TLS the certificate must be for it
 * @param port 1 to 65535
 * @param path path and query as sent, starts with a slash, printable ASCII without blanks
 */
public record Endpoint(Scheme scheme, String host, int port, String path) {
    private static final int MAX_PORT = 65_535;

    /** @throws IllegalArgumentException if a part is out of range */
    public Endpoint {
        require(!host.isEmpty(), "host must not be empty: host=" + host);
        require(isPrintable(host), "host must be printable ASCII without blanks: length=" + host.length());
        require(port > 0 && port <= MAX_PORT, "port must be 1 to 65535: port=" + port);
        require(path.startsWith("/"), "path must start with a slash: host=" + host);
        require(isPrintable(path), "path must be printable ASCII without blanks: host=" + host);
    }

    /**
     * Reads an address such as {@code wss://stream.example.com:9443/ws?x=1}.
     *
     * @throws IllegalArgumentException if it is not one, or holds a user name or a fragment
     */
    public static Endpoint parse(String address) {
        URI uri = URI.create(address);
        require(uri.getScheme() != null, "address needs a scheme: host=" + uri.getHost());
        require(uri.getHost() != null, "address needs a host: scheme=" + uri.getScheme());
        require(uri.getRawUserInfo() == null, "address must not hold a user name: host=" + uri.getHost());
        require(uri.getRawFragment() == null, "address must not hold a fragment: host=" + uri.getHost());
        Scheme scheme = Scheme.of(uri.getScheme());
        int port = uri.getPort() < 0 ? scheme.defaultPort() : uri.getPort();
        return new Endpoint(scheme, withoutBrackets(uri.getHost()), port, pathAndQuery(uri));
    }

    /** The same place with another path and query. */
    public Endpoint withPath(String newPath) {
        return new Endpoint(scheme, host, port, newPath);
    }

    /** Whether TLS is spoken. */
    public boolean isSecure() {
        return scheme.isSecure();
    }

    /** Value of the {@code Host} header. */
    public String hostHeader() {
        String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return port == scheme.defaultPort() ? name : name + ":" + port;
    }

    @Override
    public String toString() {
        return scheme + "://" + hostHeader();
    }

    private static String pathAndQuery(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static boolean isPrintable(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
