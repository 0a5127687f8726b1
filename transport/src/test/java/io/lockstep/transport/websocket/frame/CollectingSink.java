package io.lockstep.transport.websocket.frame;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes down what a {@link FrameReader} finds, one line each. */
public final class CollectingSink implements FrameSink {
    private final List<String> lines = new ArrayList<>();

    public List<String> lines() {
        return lines;
    }

    @Override
    public void onMessage(Frame frame) {
        lines.add((frame.isText() ? "text " : "binary ") + text(frame.bytes(), frame.offset(), frame.length()));
    }

    @Override
    public void onPing(byte[] bytes, int offset, int length) {
        lines.add("ping " + text(bytes, offset, length));
    }

    @Override
    public void onPong(byte[] bytes, int offset, int length) {
        lines.add("pong " + text(bytes, offset, length));
    }

    @Override
    public void onClose(int code, String reason) {
        lines.add("close " + code + " " + reason);
    }

    @Override
    public void onFault(Fault fault, String what) {
        lines.add("fault " + fault);
    }

    private static String text(byte[] bytes, int offset, int length) {
        return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
    }
}
