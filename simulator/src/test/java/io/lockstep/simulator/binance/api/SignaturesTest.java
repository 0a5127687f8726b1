package io.lockstep.simulator.binance.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Vectors of the published documentation, recomputed independently. */
class SignaturesTest {
    private static final String KEY = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";
    private static final String SECRET = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";
    private static final String FUTURES_SECRET = "2b5eb11e18796d12d88f13dc27dbbd02c2cc51ff7059765ed9821957d82bb4d9";
    private static final ApiKey HMAC = new ApiKey(KEY, SECRET, null, 0, true);

    @Test
    void shouldSignSocketParametersSortedByName() {
        Map<String, String> params = Map.of(
                "type", "LIMIT",
                "apiKey", KEY,
                "symbol", "BTCUSDT",
                "side", "SELL",
                "timeInForce", "GTC",
                "quantity", "0.01000000",
                "price", "52000.00",
                "recvWindow", "100",
                "timestamp", "1645423376532",
                "signature", "ignored");

        String payload = Signatures.socketPayload(params);

        assertThat(Signatures.isValid(
                        HMAC, payload, "aa1b5712c094bc4e57c05a1a5c1fd8d88dcd628338ea863fec7b88e59fe2db24"))
                .isTrue();
    }

    @Test
    void shouldSignRestBodyAsSent() {
        String body = "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000"
                + "&timestamp=1499827319559&signature=C8DB56825AE71D6D79447849E617115F4A920FA2ACDCAB2B053C4B2838BD6B71";

        String payload = Signatures.restPayload("", body);

        assertThat(Signatures.isValid(HMAC, payload, body.substring(body.lastIndexOf('=') + 1)))
                .isTrue();
    }

    @Test
    void shouldJoinQueryAndBodyWithoutSeparator() {
        ApiKey futures = new ApiKey("k", FUTURES_SECRET, null, 0, true);

        String payload = Signatures.restPayload(
                "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC",
                "quantity=1&price=9000&recvWindow=5000&timestamp=1591702613943&signature=x");

        assertThat(Signatures.isValid(
                        futures, payload, "30baaf0fab549bbeda7f5ef201898b34122da25fd23c646cac2c529aebe670a4"))
                .isTrue();
    }

    @Test
    void shouldRefuseAnyOtherSignature() {
        assertThat(Signatures.isValid(HMAC, "a=1", "")).isFalse();
        assertThat(Signatures.isValid(HMAC, "a=1", "00".repeat(32))).isFalse();
    }

    @Test
    void shouldVerifyEd25519() throws Exception {
        byte[] raw = HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        byte[] encoded = HexFormat.of()
                .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(raw));
        PublicKey publicKey = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        ApiKey key = new ApiKey(KEY, null, publicKey, 0, true);

        String payload = "apiKey=" + KEY + "&timestamp=1649729878532";

        assertThat(Signatures.isValid(
                        key,
                        payload,
                        "763GJeFgG09B/06V/dq24cLu6f0R57whgDMyOCubDex4CTTElmDgPSIQqLdOsvW5TBxyaaFotVCI8tUmQMChAA=="))
                .isTrue();
        assertThat(Signatures.isValid(key, payload, "not base64!")).isFalse();
    }
}
