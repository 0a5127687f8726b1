package io.lockstep.launcher.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lockstep.engine.strategy.StrategyFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrategyCatalogTest {
    private static final String SOURCE = """
            package plug;

            public class Idle implements io.lockstep.engine.strategy.StrategyFactory {
                public String type() { return "idle-plugin"; }
                public String description() { return "Does nothing."; }
                public io.lockstep.engine.strategy.Strategy create(io.lockstep.engine.strategy.StrategyParameters parameters) {
                    return declaration -> {};
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void shouldFindStrategiesInTheJarsOfAFolder() throws IOException {
        makePlugin();

        StrategyCatalog catalog = StrategyCatalog.load(folder);

        assertThat(catalog.types()).contains("idle-plugin").isSorted();
        assertThat(catalog.find("idle-plugin").map(StrategyFactory::description))
                .contains("Does nothing.");
    }

    @Test
    void shouldKnowOnlyItsOwnWithoutAFolder() throws IOException {
        assertThat(StrategyCatalog.load(null).types()).doesNotContain("idle-plugin");
        assertThat(StrategyCatalog.load(null).find("idle-plugin")).isEmpty();
    }

    @Test
    void shouldRefuseTwoStrategiesOfOneType() throws IOException {
        makePlugin();
        StrategyFactory first = StrategyCatalog.load(folder).find("idle-plugin").orElseThrow();

        assertThatThrownBy(() -> StrategyCatalog.of(List.of(first, first)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two strategies of one type: type=idle-plugin");
    }

    @Test
    void shouldRefuseAFolderThatIsNone() {
        assertThatThrownBy(() -> StrategyCatalog.load(folder.resolve("none")))
                .isInstanceOf(NotDirectoryException.class);
    }

    private void makePlugin() throws IOException {
        Path source = Files.createDirectories(folder.resolve("src/plug")).resolve("Idle.java");
        Files.writeString(source, SOURCE);
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "--release",
                        "17",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        source.toString());
        assertThat(failed).isZero();
        try (OutputStream out = Files.newOutputStream(folder.resolve("idle.jar"));
                JarOutputStream jar = new JarOutputStream(out)) {
            put(jar, "plug/Idle.class", Files.readAllBytes(folder.resolve("plug/Idle.class")));
            put(
                    jar,
                    "META-INF/services/" + StrategyFactory.class.getName(),
                    "plug.Idle\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
        jar.closeEntry();
    }
}
