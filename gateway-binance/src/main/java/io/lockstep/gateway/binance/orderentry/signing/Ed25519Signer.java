package io.lockstep.gateway.binance.orderentry.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * Signs with Ed25519, in Base64. Hundreds of times dearer than HMAC: for {@code session.logon}, after which requests need no
 * signature, and for REST calls, never for an order.
 */
public final class Ed25519Signer implements RequestSigner {
    private static final String PEM_FRAME = "-----(BEGIN|END) PRIVATE KEY-----";

    private final Signature signature;

    private Ed25519Signer(PrivateKey key) throws GeneralSecurityException {
        signature = Signature.getInstance("Ed25519");
        signature.initSign(key);
    }

    /**
     * Makes a signer from a PKCS#8 key in PEM, as the venue's key page tells to generate it.
     *
     * @throws IllegalArgumentException if the text is no such key; the message does not repeat it
     */
    public static Ed25519Signer ofPem(String pem) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll(PEM_FRAME, ""));
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der));
            return new Ed25519Signer(key);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("not an Ed25519 private key in PEM (PKCS#8)", e);
        }
    }

    @Override
    public void sign(byte[] payload, int offset, int length, TextBuffer target) {
        try {
            signature.update(payload, offset, length);
            target.put(Base64.getEncoder().encode(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an initialised Ed25519 key signs anything", e);
        }
    }
}
