package io.lockstep.transport.net;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

/** Makes the TLS side of connections: chain and host name verified, TLS 1.2 or newer. */
public final class ClientTls {
    private static final String HOST_VERIFICATION = "HTTPS";

    private final SslContext context;

    /** @throws IllegalArgumentException if the authorities cannot be read */
    public ClientTls(TlsSettings settings) {
        this.context = context(settings);
    }

    /**
     * Makes the handler of one connection.
     *
     * @param endpoint its host is named to the server and must match the certificate
     * @param handshakeTimeoutMs longest handshake, milliseconds
     */
    public SslHandler newHandler(ByteBufAllocator allocator, Endpoint endpoint, int handshakeTimeoutMs) {
        SslHandler handler = context.newHandler(allocator, endpoint.host(), endpoint.port());
        verifyHost(handler.engine());
        handler.setHandshakeTimeoutMillis(handshakeTimeoutMs);
        return handler;
    }

    // said here although Netty 4.2 does so by itself: its predecessor did not, and a missing check shows in no test of
    // a good server
    private static void verifyHost(SSLEngine engine) {
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm(HOST_VERIFICATION);
        engine.setSSLParameters(parameters);
    }

    private static SslContext context(TlsSettings settings) {
        SslContextBuilder builder = SslContextBuilder.forClient()
                .sslProvider(SslProvider.JDK)
                .protocols("TLSv1.3", "TLSv1.2")
                .endpointIdentificationAlgorithm(HOST_VERIFICATION);
        try {
            if (settings.authorities() != null) {
                builder.trustManager(settings.authorities().toFile());
            }
            return builder.build();
        } catch (SSLException | IllegalArgumentException e) {
            throw new IllegalArgumentException("TLS cannot be set up: authorities=" + settings.authorities(), e);
        }
    }
}
