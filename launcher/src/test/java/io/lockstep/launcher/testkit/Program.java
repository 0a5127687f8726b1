package io.lockstep.launcher.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lockstep.launcher.Main;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What the program answered to a command line, run in this process.
 *
 * @param code exit code
 * @param out what it printed for scripts
 * @param err what it printed for people
 */
public record Program(int code, String out, String err) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Runs one command. */
    public static Program run(Object... words) {
        String[] args = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            args[i] = words[i].toString();
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(args, new PrintWriter(out), new PrintWriter(err));
        return new Program(code, out.toString(), err.toString());
    }

    /** The JSON object it printed. */
    public JsonNode json() {
        try {
            return JSON.readTree(out);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + out + err, e);
        }
    }
}
