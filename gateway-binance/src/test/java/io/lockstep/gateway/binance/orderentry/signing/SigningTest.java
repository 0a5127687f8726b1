package io.lockstep.gateway.binance.orderentry.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The venue's published vectors (its example secret and key are public), and the platform's own HMAC as oracle. */
class SigningTest {
    private static final String USDM_SECRET = "2b5eb11e18796d12d88f13dc27dbbd02c2cc51ff7059765ed9821957d82bb4d9";
    private static final String RFC_8032_SEED = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spot|apiKey=KEY&price=52000.00&quantity=0.01000000&recvWindow=100&side=SELL&symbol=BTCUSDT&timeInForce=GTC&timestamp=1645423376532&type=LIMIT|aa1b5712c094bc4e57c05a1a5c1fd8d88dcd628338ea863fec7b88e59fe2db24",
                "spot|apiKey=KEY&price=0.10000000&quantity=1.00000000&recvWindow=5000&side=BUY&symbol=１２３４５６&timeInForce=GTC&timestamp=1645423376532&type=LIMIT|b33892ae8e687c939f4468c6268ddd4c40ac1af18ad19a064864c47bae0752cd",
                "spot|symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559|c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71",
                "spot|symbol=%EF%BC%91%EF%BC%92%EF%BC%93%EF%BC%94%EF%BC%95%EF%BC%96&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559|e1353ec6b14d888f1164ae9af8228a3dbd508bc82eb867db8ab6046442f33ef3",
                "usdm|symbol=BTCUSDT&side=BUY&type=LIMIT&quantity=1&price=9000&timeInForce=GTC&recvWindow=5000&timestamp=1591702613943|3c661234138461fcc7a7d8746c6558c9842d4e10870d2ecbedf7777cad694af9",
                "usdm|symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTCquantity=1&price=9000&recvWindow=5000&timestamp=1591702613943|30baaf0fab549bbeda7f5ef201898b34122da25fd23c646cac2c529aebe670a4"
            })
    void shouldMakeThePublishedHmacSignatures(String venue, String payload, String expected) {
        RequestSigner signer =
                new HmacSigner((venue.equals("spot") ? PublishedKey.SPOT_SECRET : USDM_SECRET).getBytes(UTF_8));

        assertThat(sign(signer, payload.replace("KEY", PublishedKey.SPOT_KEY))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "apiKey=KEY&price=52000.00&quantity=0.01000000&recvWindow=100&side=SELL&symbol=BTCUSDT&timeInForce=GTC&timestamp=1645423376532&type=LIMIT|/RNKbCSA6iS23rmPP+v/A6061Gd8Cq3H5fR1YlWyOYP0CZ6Oq/+spQodx1F1B63EIhUSP2QmDaMDAMBFCTI+CQ==",
                "apiKey=KEY&timestamp=1649729878532|763GJeFgG09B/06V/dq24cLu6f0R57whgDMyOCubDex4CTTElmDgPSIQqLdOsvW5TBxyaaFotVCI8tUmQMChAA=="
            })
    void shouldMakeKnownEd25519Signatures(String payload, String expected) {
        RequestSigner signer = Ed25519Signer.ofPem(pem(RFC_8032_SEED));

        assertThat(sign(signer, payload.replace("KEY", PublishedKey.SPOT_KEY))).isEqualTo(expected);
    }

    @Test
    void shouldSignLikeThePlatformWithSecretsOfAnyLength() throws GeneralSecurityException {
        long seed = 5;
        Random random = new Random(seed);
        for (int length = 1; length < 200; length++) {
            byte[] secret = new byte[length];
            byte[] payload = new byte[random.nextInt(300)];
            random.nextBytes(secret);
            random.nextBytes(payload);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));

            TextBuffer text = new TextBuffer(8);
            new HmacSigner(secret).sign(payload, 0, payload.length, text);

            assertThat(new String(text.array(), 0, text.length(), UTF_8))
                    .as("length %d, seed %d", length, seed)
                    .isEqualTo(HexFormat.of().formatHex(mac.doFinal(payload)));
        }
    }

    @Test
    void shouldNotRepeatAKeyItCannotRead() {
        assertThatThrownBy(
                        () -> Ed25519Signer.ofPem("-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("c2VjcmV0");
    }

    static String pem(String seedHex) {
        byte[] prefix = HexFormat.of().parseHex("302e020100300506032b657004220420");
        byte[] seed = HexFormat.of().parseHex(seedHex);
        byte[] der = java.util.Arrays.copyOf(prefix, prefix.length + seed.length);
        System.arraycopy(seed, 0, der, prefix.length, seed.length);
        String begin = "-----BEGIN " + "PRIVATE KEY-----\n";
        return begin + Base64.getEncoder().encodeToString(der) + "\n-----END PRIVATE KEY-----\n";
    }

    private static String sign(RequestSigner signer, String payload) {
        byte[] bytes = payload.getBytes(UTF_8);
        TextBuffer text = new TextBuffer(8);
        signer.sign(bytes, 0, bytes.length, text);
        return new String(text.array(), 0, text.length(), UTF_8);
    }
}
