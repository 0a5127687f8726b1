package io.lockstep.launcher.config.binding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class YamlReaderTest {
    private final Faults faults = new Faults();

    @Test
    void shouldKeepTextAsWritten() {
        ConfigNode node = YamlReader.read("a: 1.50\nb: '1.50'\nc: TRUE", faults);

        assertThat(node)
                .isInstanceOfSatisfying(
                        ConfigNode.Mapping.class,
                        mapping -> assertThat(mapping.entries())
                                .containsEntry("a", new ConfigNode.Scalar("1.50", ConfigNode.WrittenAs.NUMBER, 1, 4))
                                .containsEntry("b", new ConfigNode.Scalar("1.50", ConfigNode.WrittenAs.TEXT, 2, 4))
                                .containsEntry("c", new ConfigNode.Scalar("TRUE", ConfigNode.WrittenAs.TRUTH, 3, 4)));
    }

    @Test
    void shouldTakeAnEmptyFileForAnEmptySection() {
        ConfigNode node = YamlReader.read("# nothing\n", faults);

        assertThat(node)
                .isInstanceOfSatisfying(
                        ConfigNode.Mapping.class,
                        mapping -> assertThat(mapping.entries()).isEmpty());
    }

    @Test
    void shouldNameThePlaceWhenItIsNotYaml() {
        ConfigNode node = YamlReader.read("a: 1\nb: [1, 2\n", faults);

        assertThat(node).isNull();
        assertThat(faults.all()).singleElement().satisfies(fault -> {
            assertThat(fault.problem()).startsWith("not YAML: ");
            assertThat(fault.line()).isPositive();
        });
    }

    @Test
    void shouldRefuseAliasesAndASecondDocument() {
        YamlReader.read("a: &x 1\nb: *x\n---\nc: 1\n", faults);

        assertThat(faults.all())
                .extracting(Fault::toString)
                .containsExactly(
                        "b (line 2, column 4): aliases are not supported; write the value out",
                        "(line 4, column 1): a second document; one file holds one configuration");
    }
}
