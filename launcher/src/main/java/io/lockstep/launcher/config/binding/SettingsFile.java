package io.lockstep.launcher.config.binding;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file that holds one settings record, as those of the simulated venues. */
public final class SettingsFile {
    private SettingsFile() {}

    /**
     * Reads and checks a file.
     *
     * @throws IOException if it cannot be read
     * @throws ConfigurationException if anything in it is wrong; names every fault
     */
    public static <T extends Record> T load(Path file, Class<T> settings) throws IOException {
        return parse(decode(file), file.toString(), settings);
    }

    /**
     * Reads and checks a text.
     *
     * @param source what to call it in messages
     * @throws ConfigurationException if anything in it is wrong; names every fault
     */
    public static <T extends Record> T parse(String text, String source, Class<T> settings) {
        Faults faults = new Faults();
        ConfigNode root = YamlReader.read(text, faults);
        T bound = root == null ? null : new SettingsBinder(faults).bind(root, "", settings);
        faults.throwIfAny(source);
        if (bound == null) {
            throw new IllegalStateException("settings were refused without a fault: source=" + source);
        }
        return bound;
    }

    /**
     * The text of a file.
     *
     * @throws IOException if it cannot be read
     * @throws ConfigurationException if it is not UTF-8
     */
    public static String decode(Path file) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            Faults faults = new Faults();
            faults.add("", "the file is not UTF-8 text");
            faults.throwIfAny(file.toString());
            throw e;
        }
    }
}
