package io.lockstep.launcher.config.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.engine.sbe.Venue;
import io.lockstep.engine.settings.Setting;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsBinderTest {
    private final Faults faults = new Faults();

    record Inner(
            @Setting(help = "a size", decimal = true, least = "0.01", most = "1000", unit = "USD")
            long size,

            @Setting(help = "low end", fallback = "1") int low,
            @Setting(help = "high end", fallback = "2") int high) {
        Inner {
            if (low > high) {
                throw new IllegalArgumentException("must be in order: low=" + low + ", high=" + high);
            }
        }
    }

    record Sample(
            @Setting(help = "a count", least = "1", most = "10")
            int count,

            @Setting(help = "a switch", fallback = "true") boolean enabled,

            @Setting(help = "a share", fallback = "0.5", least = "0", most = "1")
            double share,

            @Setting(help = "a wait", fallback = "500ms", least = "1ms", most = "1h")
            Duration pause,

            @Setting(help = "a venue", fallback = "binance-usdm")
            Venue venue,

            @Setting(help = "a name", fallback = "main") String name,
            @Setting(help = "words", fallback = "[a, b]") List<String> words,

            @Setting(help = "amounts", fallback = "{}", decimal = true)
            Map<String, Long> amounts,

            @Setting(help = "anything", fallback = "{}") Map<String, Object> parameters,

            @Setting(help = "maybe", decimal = true) @Nullable
            Long maybe,

            @Setting(help = "inner", fallback = "{size: 1}") Inner inner,
            @Setting(help = "inners", fallback = "[]") List<Inner> inners) {}

    @Test
    void shouldFillInDefaultsWhenOnlyRequiredKeysAreGiven() {
        Sample sample = bind("count: 3");

        assertThat(faults.all()).isEmpty();
        assertThat(sample)
                .isEqualTo(new Sample(
                        3,
                        true,
                        0.5,
                        Duration.ofMillis(500),
                        Venue.BINANCE_USDM,
                        "main",
                        List.of("a", "b"),
                        Map.of(),
                        Map.of(),
                        null,
                        new Inner(100_000_000L, 1, 2),
                        List.of()));
    }

    @Test
    void shouldReadEveryKindOfValue() {
        Sample sample = bind("""
                count: 10
                enabled: false
                share: 0.25
                pause: 2m
                venue: alpaca
                name: 'second one'
                words: [x]
                amounts: {USD: 100000.5, BTC: 0.00000001}
                parameters: {fast: 12, ratio: 0.1, on: true, mode: cross}
                maybe: 1.5
                inner: {size: 0.01, low: 3, high: 3}
                inners: [{size: 2}, {size: 3}]
                """);

        assertThat(faults.all()).isEmpty();
        assertThat(sample.amounts()).isEqualTo(Map.of("USD", 10_000_050_000_000L, "BTC", 1L));
        assertThat(sample.parameters())
                .isEqualTo(Map.of(
                        "fast", new BigDecimal("12"), "ratio", new BigDecimal("0.1"), "on", true, "mode", "cross"));
        assertThat(sample.pause()).isEqualTo(Duration.ofMinutes(2));
        assertThat(sample.maybe()).isEqualTo(150_000_000L);
        assertThat(sample.inners()).extracting(Inner::size).containsExactly(200_000_000L, 300_000_000L);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    count: 0                             | count=0 (line 1, column 8): must be a whole number from 1 to 10
                    count: 11                            | count=11 (line 1, column 8): must be a whole number from 1 to 10
                    count: 1.5                           | count=1.5 (line 1, column 8): must be a whole number from 1 to 10
                    count: 99999999999999999999          | count=99999999999999999999 (line 1, column 8): must be a whole number
                    count: ten                           | count=ten (line 1, column 8): must be a whole number from 1 to 10, in plain digits
                    count: "6 # note"                    | count=6 # note (line 1, column 8): must be a whole number from 1 to 10, in plain digits
                    count: "6"                           | count=6 (line 1, column 8): must be a number without quotes
                    count: 6s                            | count=6s (line 1, column 8): must be a whole number from 1 to 10, the number alone without a unit
                    count: 1_0                           | count=1_0 (line 1, column 8): must be a whole number from 1 to 10
                    count: 0x7                           | count=0x7 (line 1, column 8): must be a whole number from 1 to 10
                    count: 07                            | count=07 (line 1, column 8): must be a whole number from 1 to 10
                    count: 1e1                           | count=1e1 (line 1, column 8): must be a whole number from 1 to 10
                    count: ６                            | count=<U+FF16> (line 1, column 8): must be a whole number from 1 to 10
                    count:                               | count (line 1, column 7): is empty; must be a whole number from 1 to 10
                    count: "  "                          | count=   (line 1, column 8): is empty
                    count: ~                             | count (line 1, column 8): is empty
                    count: [1]                           | count (line 1, column 8): must be a single value, not a list
                    count: {a: 1}                        | count (line 1, column 8): must be a single value, not a section of keys
                    {}                                   | count (line 1, column 1): is missing; must be a whole number from 1 to 10
                    {count: 1, cuont: 2}                 | cuont=2 (line 1, column 19): unknown key; allowed here: count, enabled
                    {count: 1, count: 2}                 | count (line 1, column 12): given twice
                    {count: 1, enabled: yes}             | enabled=yes (line 1, column 21): must be true or false, without quotes
                    {count: 1, enabled: on}              | enabled=on (line 1, column 21): must be true or false, without quotes
                    {count: 1, enabled: True}            | enabled=True (line 1, column 21): must be true or false, without quotes
                    {count: 1, parameters: {a: no}}      | parameters.a=no (line 1, column 28): must be true or false, without quotes
                    {count: 1, enabled: "true"}          | enabled=true (line 1, column 21): must be true or false, without quotes
                    {count: 1, share: 1.01}              | share=1.01 (line 1, column 19): must be a number from 0 to 1
                    {count: 1, share: 50%}               | share=50% (line 1, column 19): must be a number from 0 to 1, the number alone without a unit
                    {count: 1, pause: 500}                | pause=500 (line 1, column 19): must be a time with unit ns, us, ms, s, m, h or d from 1ms to 1h
                    {count: 1, pause: 2h}                 | pause=2h (line 1, column 19): must be a time with unit
                    {count: 1, pause: 1.5s}               | pause=1.5s (line 1, column 19): must be a time with unit
                    {count: 1, pause: 500 ms}             | pause=500 ms (line 1, column 19): must be a time with unit
                    {count: 1, venue: BINANCE_SPOT}      | venue=BINANCE_SPOT (line 1, column 19): must be one of simulated, binance-spot, binance-usdm, alpaca
                    {count: 1, venue: null-val}          | venue=null-val (line 1, column 19): must be one of
                    {count: 1, name: " main"}            | name= main (line 1, column 18): must be a text without blanks at its ends
                    {count: 1, name: true}               | name=true (line 1, column 18): must be a text; put quotes around it
                    {count: 1, name: "a\\u200Bb"}        | name=a<U+200B>b (line 1, column 18): must be a text without blanks at its ends and without invisible characters
                    {count: 1, words: a}                 | words=a (line 1, column 19): must be a list, not a single value
                    {count: 1, words: [a, ""]}           | words[1] (line 1, column 23): is empty
                    {count: 1, amounts: {USD: 1.123456789}} | amounts.USD=1.123456789 (line 1, column 27): must be a decimal of up to 8 places
                    {count: 1, amounts: {USD: 99999999999999}} | amounts.USD=99999999999999 (line 1, column 27): must be a decimal of up to 8 places
                    {count: 1, amounts: 5}               | amounts=5 (line 1, column 21): must be a section of keys, not a single value
                    {count: 1, parameters: {a: [1]}}     | parameters.a (line 1, column 28): must be a single value, not a list
                    {count: 1, parameters: {a: 1e3}}     | parameters.a=1e3 (line 1, column 28): must be a number or a quoted text
                    {count: 1, parameters: {a: }}        | parameters.a (line 1, column 27): is empty
                    {count: 1, inner: 5}                 | inner=5 (line 1, column 19): must be a section of keys, not a single value
                    {count: 1, inner: {size: 0.001}}     | inner.size=0.001 (line 1, column 26): must be a decimal of up to 8 places from 0.01 to 1000 (USD)
                    {count: 1, inner: {size: 5, low: 3}} | inner (line 1, column 19): must be in order: low=3, high=2
                    {count: 1, inners: [{}]}             | inners[0].size (line 1, column 21): is missing; must be a decimal of up to 8 places from 0.01 to 1000 (USD)
                    {count: 1, apiSecret: hunter2}       | apiSecret=*** (line 1, column 23): unknown key
                    """)
    void shouldNamePathPlaceValueAndWhatIsAllowedWhenAValueIsWrong(String yaml, String fault) {
        ConfigNode node = Objects.requireNonNull(YamlReader.read(yaml, faults));

        new SettingsBinder(faults).bind(node, "", Sample.class);

        assertThat(faults.all()).hasSize(1);
        assertThat(faults.all().get(0).toString()).startsWith(fault.strip());
    }

    @Test
    void shouldReportAllFaultsTogether() {
        ConfigNode node = Objects.requireNonNull(YamlReader.read(
                "{count: 0, share: 2, nope: 1, inner: {size: x, low: y}, inners: [{size: 0}, 5]}", faults));

        Sample sample = new SettingsBinder(faults).bind(node, "", Sample.class);

        assertThat(sample).isNull();
        assertThat(faults.all())
                .extracting(Fault::path)
                .containsExactly("nope", "count", "share", "inner.size", "inner.low", "inners[0].size", "inners[1]");
    }

    @Test
    void shouldRefuseARecordThatDoesNotDescribeItself() {
        record Silent(int count) {}
        ConfigNode node = Objects.requireNonNull(YamlReader.read("count: 1", faults));

        assertThatThrownBy(() -> new SettingsBinder(faults).bind(node, "", Silent.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not described");
    }

    private Sample bind(String yaml) {
        ConfigNode node = Objects.requireNonNull(YamlReader.read(yaml, faults));
        return Objects.requireNonNull(
                new SettingsBinder(faults).bind(node, "", Sample.class),
                () -> faults.all().toString());
    }
}
