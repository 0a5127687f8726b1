package io.lockstep.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JvmFlagsTest {
    @TempDir
    Path directory;

    @Test
    void shouldMissNothingWithFlagsOfConfigFolder() {
        assertThat(JvmFlags.missing()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED (Chronicle Queue does not start)",
                "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED (Chronicle Queue cannot map files",
                "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED (Chronicle Queue cannot unmap files",
                "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED (no Agrona buffer can be made)"
            })
    void shouldNameEachMissingFlagAndWhatItIsFor(String expected) throws Exception {
        try (ChildJvm child = ChildJvm.start(List.of(), AppendingProcess.class, directory.toString())) {
            String message = child.await("Exception in thread \"main\" java.lang.IllegalStateException: ");

            assertThat(message).startsWith("JVM flags are missing: ").contains(expected, "see config/jvm.options");
        }
    }

    @Test
    void shouldRefuseWithAllMissingFlagsInOneMessage() {
        List<JvmFlags.Missing> missing =
                List.of(new JvmFlags.Missing("--one", "first"), new JvmFlags.Missing("--two", "second"));

        assertThatThrownBy(() -> JvmFlags.require(missing))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("JVM flags are missing: --one (first), --two (second); see config/jvm.options");
    }
}
