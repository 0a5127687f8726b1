package io.lockstep.launcher.venue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.lockstep.launcher.config.CredentialSettings;
import io.lockstep.transport.ApiKey;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads keys from where a configuration says they are. What goes wrong is told without a character of the key. */
public final class ApiKeys {
    private static final Set<PosixFilePermission> ALLOWED =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path base;
    private final UnaryOperator<@Nullable String> environment;

    /**
     * Reads relative to a folder and from an environment.
     *
     * @param base folder that file names are relative to
     * @param environment value of a variable, null where it is not set
     */
    public ApiKeys(Path base, UnaryOperator<@Nullable String> environment) {
        this.base = base;
        this.environment = environment;
    }

    /**
     * Reads the key of an account.
     *
     * @throws IllegalArgumentException if it is not there, not whole, or others may read it
     */
    public ApiKey read(String account, CredentialSettings settings) {
        String file = settings.file();
        return file == null ? fromEnvironment(account, settings) : fromFile(account, base.resolve(file));
    }

    private ApiKey fromEnvironment(String account, CredentialSettings settings) {
        return new ApiKey(variable(account, settings.idVariable()), variable(account, settings.secretVariable()));
    }

    private String variable(String account, @Nullable String name) {
        return Optional.ofNullable(name)
                .map(environment)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new IllegalArgumentException(
                        "environment variable is not set: account=" + account + ", variable=" + name));
    }

    private static ApiKey fromFile(String account, Path file) {
        try {
            requireOwnersAlone(account, file);
            JsonNode keys = new YAMLMapper().readTree(Files.readAllBytes(file));
            return new ApiKey(text(account, file, keys, "id"), text(account, file, keys, "secret"));
        } catch (IOException e) {
            // the parser's own message may quote the file
            throw new IllegalArgumentException("key file cannot be read: account=" + account + ", file=" + file + ", "
                    + e.getClass().getSimpleName());
        }
    }

    private static void requireOwnersAlone(String account, Path file) throws IOException {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (!ALLOWED.containsAll(permissions)) {
            throw new IllegalArgumentException("key file may be read by others: account=" + account + ", file=" + file
                    + ", permissions=" + permissions + ", allowed=0600");
        }
    }

    private static String text(String account, Path file, JsonNode keys, String name) {
        JsonNode value = keys.path(name);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new IllegalArgumentException(
                    "key file lacks a text: account=" + account + ", file=" + file + ", key=" + name);
        }
        return value.asText();
    }
}
