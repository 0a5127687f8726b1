package io.lockstep.transport.loopback;

import io.lockstep.transport.net.TlsSettings;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/** An authority of the test's own, made anew for each run, and servers with certificates of it. */
public final class TestPki {
    /** The name good certificates are for; resolves to the loopback address. */
    public static final String HOST = "localhost";

    private static final Duration DAY = Duration.ofDays(1);

    private final X509Bundle authority;

    /** Makes a new authority. */
    public TestPki() throws Exception {
        authority = authority("CN=Test authority").buildSelfSigned();
    }

    /** Trusts this authority alone. */
    public TlsSettings trust(Path folder) throws IOException {
        return new TlsSettings(Files.writeString(folder.resolve("authority.pem"), authority.getCertificatePEM()));
    }

    /** A server nobody could object to. */
    public ServerSocketFactory good() throws Exception {
        return server(leaf().buildIssuedBy(authority));
    }

    /** A certificate for another host. */
    public ServerSocketFactory wrongHost() throws Exception {
        CertificateBuilder other =
                base("CN=localhost").addSanDnsName("venue.test").addSanIpAddress("127.0.0.2");
        return server(other.buildIssuedBy(authority));
    }

    /** A certificate that was good until yesterday. */
    public ServerSocketFactory expired() throws Exception {
        CertificateBuilder old = leaf().notBefore(Instant.now().minus(DAY.multipliedBy(9)))
                .notAfter(Instant.now().minus(DAY));
        return server(old.buildIssuedBy(authority));
    }

    /** A certificate that will be good tomorrow. */
    public ServerSocketFactory notYetValid() throws Exception {
        return server(leaf().notBefore(Instant.now().plus(DAY)).buildIssuedBy(authority));
    }

    /** A certificate that vouches for itself. */
    public ServerSocketFactory selfSigned() throws Exception {
        return server(leaf().setIsCertificateAuthority(true).buildSelfSigned());
    }

    /** A certificate of an authority nobody knows, although of the same name. */
    public ServerSocketFactory unknownAuthority() throws Exception {
        return server(leaf().buildIssuedBy(authority("CN=Test authority").buildSelfSigned()));
    }

    /** A certificate that is for clients, not for servers. */
    public ServerSocketFactory forClientsOnly() throws Exception {
        CertificateBuilder client = base("CN=localhost").addSanDnsName(HOST).addExtendedKeyUsageClientAuth();
        return server(client.buildIssuedBy(authority));
    }

    private static CertificateBuilder authority(String name) {
        return base(name).setIsCertificateAuthority(true);
    }

    private static CertificateBuilder leaf() {
        return base("CN=localhost").addSanDnsName(HOST).addExtendedKeyUsageServerAuth();
    }

    private static CertificateBuilder base(String name) {
        return new CertificateBuilder()
                .ecp256()
                .subject(name)
                .notBefore(Instant.now().minus(DAY.multipliedBy(10)))
                .notAfter(Instant.now().plus(DAY.multipliedBy(10)));
    }

    private static ServerSocketFactory server(X509Bundle identity) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(identity.toKeyManagerFactory().getKeyManagers(), null, null);
        return context.getServerSocketFactory();
    }
}
