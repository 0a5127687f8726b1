package io.lockstep.gateway.alpaca.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.testing.AllocationMeter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-09-16T12:44:06.259763316Z",
                "2021-02-22T15:51:44.208Z",
                "2026-09-16T14:01:00Z",
                "2023-04-06T11:54:26.83915973Z",
                "2022-04-19T13:45:04.981350886-04:00",
                "2021-05-30T09:09:24.634169784-04:00",
                "2024-02-29T23:59:59.999999999+14:00",
                "1970-01-01T00:00:00Z",
                "2038-01-19T03:14:08Z",
                "2100-03-01T00:00:00.5-00:30",
                "2261-12-31T00:00:00Z"
            })
    void shouldReadWhatJavaTimeReads(String text) {
        assertThat(parse(text)).isEqualTo(oracle(text));
    }

    @Test
    void shouldReadAnyInstantInAnyOffset() {
        long seed = 7;
        Random random = new Random(seed);
        for (int i = 0; i < 200_000; i++) {
            Instant instant = Instant.ofEpochSecond(
                    (long) (random.nextDouble() * 9_000_000_000L) + 86_400, random.nextInt(1_000_000_000));
            int minutes = random.nextInt(2 * 14 * 60) - 14 * 60;
            String text =
                    instant.atOffset(ZoneOffset.ofTotalSeconds(minutes * 60)).toString();
            String withSeconds = text.charAt(16) == ':' ? text : text.substring(0, 16) + ":00" + text.substring(16);

            assertThat(parse(withSeconds)).as("seed=%d text=%s", seed, text).isEqualTo(oracle(withSeconds));
        }
    }

    @Test
    void shouldCountALeapSecondAsTheSecondBefore() {
        assertThat(parse("2016-12-31T23:59:60Z")).isEqualTo(oracle("2016-12-31T23:59:59Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-09-16",
                "2026-09-16T12:44:06",
                "2026-09-16T12:44:06.Z",
                "2026-09-16T12:44:06.1234567891Z",
                "2026-09-16T12:44:06+0400",
                "2026-09-16T12:44:06+04:60",
                "2026-09-16T24:00:00Z",
                "2026-09-16T12:60:00Z",
                "2026-09-16T12:00:61Z",
                "2026-02-29T12:00:00Z",
                "2026-13-01T12:00:00Z",
                "2026-00-01T12:00:00Z",
                "2026-04-31T12:00:00Z",
                "2026-09-00T12:00:00Z",
                "1969-12-31T23:59:59Z",
                "2026/09/16T12:44:06Z",
                "2026-09-16T12:44:06Zx",
                "20x6-09-16T12:44:06Z"
            })
    void shouldRefuseWhatIsNoTime(String text) {
        assertThat(parse(text)).isEqualTo(Rfc3339.INVALID);
    }

    @Test
    void shouldNotAllocate() {
        byte[] text = "2022-04-19T13:45:04.981350886-04:00".getBytes(US_ASCII);

        long allocated = AllocationMeter.bytes(500_000, i -> Rfc3339.parse(text, 0, text.length));

        assertThat(allocated).isZero();
    }

    private static long parse(String text) {
        byte[] bytes = ("xx" + text + "yyy").getBytes(US_ASCII);
        return Rfc3339.parse(bytes, 2, text.length());
    }

    private static long oracle(String text) {
        Instant instant = OffsetDateTime.parse(text).toInstant();
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}
