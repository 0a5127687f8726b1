package io.lockstep.simulator.binance;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Bytes on a socket, for what no library sends. */
final class RawClient implements AutoCloseable {
    private static final int PATIENCE_MS = 20_000;
    private static final byte[] MASK = {1, 2, 3, 4};

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MS);
        in = new DataInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /** One WebSocket frame as it came. */
    record Frame(int firstByte, String payload) {
        int opcode() {
            return firstByte & 0x0F;
        }

        boolean isCompressed() {
            return (firstByte & 0x40) != 0;
        }
    }

    /** Sends lines of HTTP, an empty one behind them, and reads the answer's head. */
    String ask(String... lines) throws IOException {
        out.write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        return head.toString();
    }

    /** Reads so many bytes of a body, one character each. */
    String body(int length) throws IOException {
        return new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
    }

    /** Opens a WebSocket, with further header lines. */
    String upgrade(String path, String... more) throws IOException {
        String[] lines = new String[6 + more.length];
        lines[0] = "GET " + path + " HTTP/1.1";
        lines[1] = "Host: localhost";
        lines[2] = "Connection: keep-alive, Upgrade";
        lines[3] = "Upgrade: websocket";
        lines[4] = "Sec-WebSocket-Version: 13";
        lines[5] = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
        System.arraycopy(more, 0, lines, 6, more.length);
        return ask(lines);
    }

    /** Sends a masked frame of up to 125 bytes. */
    void send(int firstByte, String payload) throws IOException {
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        out.write(firstByte);
        out.write(0x80 | bytes.length);
        out.write(MASK);
        for (int i = 0; i < bytes.length; i++) {
            out.write(bytes[i] ^ MASK[i % 4]);
        }
        out.flush();
    }

    /** The next frame; an IOException at the end of the connection. */
    Frame next() throws IOException {
        int first = in.readUnsignedByte();
        int length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = (int) in.readLong();
        }
        return new Frame(first, body(length));
    }

    /** The next frame of an opcode; others are dropped. */
    Frame next(int opcode) throws IOException {
        Frame frame = next();
        while (frame.opcode() != opcode) {
            frame = next();
        }
        return frame;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
