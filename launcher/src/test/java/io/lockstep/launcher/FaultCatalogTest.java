package io.lockstep.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.launcher.testkit.ChildProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code docs/faults.md} names tests that there are, and leaves out no row. */
class FaultCatalogTest {
    private static final Pattern ROW = Pattern.compile("^\\| ([A-H]\\d+) \\| .+ \\| (.+) \\|$");
    private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");

    private final Map<String, String> rows = new HashMap<>();

    @BeforeEach
    void read() throws IOException {
        Path page = ChildProgram.repository().resolve("docs").resolve("faults.md");
        for (String line : Files.readAllLines(page)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                assertThat(rows.put(row.group(1), row.group(2)))
                        .as("row %s is there twice", row.group(1))
                        .isNull();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"A, 16", "B, 25", "C, 25", "D, 15", "F, 14"})
    void shouldHaveEveryRowOfAGroupWithATestOrAReason(String group, int size) {
        for (int number = 1; number <= size; number++) {
            assertThat(rows).containsKey(group + number);
            assertThat(rows.get(group + number)).matches("(None: \\S.+|.*`\\w+#\\w+`.*)");
        }
    }

    @Test
    void shouldNameOnlyTestsThatThereAre() throws IOException {
        Map<String, String> sources = sources();
        List<String> wrong = new ArrayList<>();

        rows.forEach((row, tests) -> {
            Matcher test = TEST.matcher(tests);
            while (test.find()) {
                if (!sources.getOrDefault(test.group(1), "").contains("void " + test.group(2) + "(")) {
                    wrong.add(row + " " + test.group());
                }
            }
        });

        assertThat(wrong).isEmpty();
    }

    /** Texts of all test classes by simple name; those of one name are joined. */
    private static Map<String, String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(ChildProgram.repository())) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .filter(file -> file.toString().contains("src/test/java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            FaultCatalogTest::text,
                            String::concat));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
