package io.lockstep.launcher.alert;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Appends each alert to a file as one JSON object on a line. */
final class FileReceiver implements AlertReceiver {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    FileReceiver(Path file) {
        this.file = file;
    }

    @Override
    public String name() {
        return "file";
    }

    @Override
    public void send(AlertNote note) throws IOException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", Instant.ofEpochSecond(0, note.timeNs()).toString());
        line.put("sequence", note.sequence());
        line.put("severity", note.severity().name());
        line.put("code", note.code());
        line.put("detail", note.detail());
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(
                file,
                JSON.writeValueAsString(line) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.SYNC);
    }
}
