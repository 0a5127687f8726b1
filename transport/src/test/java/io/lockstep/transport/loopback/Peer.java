package io.lockstep.transport.loopback;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/** The server's side of one connection. */
public final class Peer {
    /** First byte of a whole text frame. */
    public static final int TEXT = 0x81;
    /** First byte of a whole binary frame. */
    public static final int BINARY = 0x82;
    /** First byte of a close frame. */
    public static final int CLOSE = 0x88;
    /** First byte of a ping. */
    public static final int PING = 0x89;
    /** First byte of a pong. */
    public static final int PONG = 0x8A;

    private static final String SALT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    Peer(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = socket.getOutputStream();
    }

    /** A frame of the client, unmasked. */
    public record ClientFrame(int first, byte[] payload) {
        /** The payload as text. */
        public String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        /** The code of a close frame. */
        public int closeCode() {
            return (payload[0] & 0xFF) << 8 | payload[1] & 0xFF;
        }
    }

    /** Reads a request up to its empty line. */
    public String readHead() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                throw new EOFException("client closed within a request");
            }
            head.append((char) c);
        }
        return head.toString();
    }

    /** Reads a request with its body. */
    public String readRequest() throws IOException {
        String head = readHead();
        String length = header(head, "content-length");
        byte[] body = new byte[length.isEmpty() ? 0 : Integer.parseInt(length)];
        in.readFully(body);
        return head + new String(body, StandardCharsets.UTF_8);
    }

    /** Value of a header, empty where there is none. */
    public static String header(String head, String name) {
        for (String line : head.split("\r\n", -1)) {
            if (line.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
                return line.substring(name.length() + 1).trim();
            }
        }
        return "";
    }

    /** Reads the upgrade and accepts it. */
    public String acceptUpgrade() throws IOException {
        return acceptUpgrade("", new byte[0]);
    }

    /** The same with further header lines, and bytes that travel with the answer. */
    public String acceptUpgrade(String headers, byte[] more) throws IOException {
        String head = readHead();
        String answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + acceptKey(header(head, "sec-websocket-key")) + "\r\n" + headers + "\r\n";
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(answer.getBytes(StandardCharsets.US_ASCII));
        all.write(more);
        send(all.toByteArray());
        return head;
    }

    /** Sends bytes as they are. */
    public void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** Sends text as it is. */
    public void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a text message. */
    public void sendText(String text) throws IOException {
        sendFrame(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a frame. */
    public void sendFrame(int first, byte[] payload) throws IOException {
        send(frame(first, payload));
    }

    /** A frame as a server sends it. */
    public static byte[] frame(int first, byte[] payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(first);
        if (payload.length < 126) {
            frame.write(payload.length);
        } else if (payload.length <= 0xFFFF) {
            frame.write(126);
            frame.write(payload.length >>> 8);
            frame.write(payload.length);
        } else {
            frame.write(127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                frame.write((int) ((long) payload.length >>> shift));
            }
        }
        frame.writeBytes(payload);
        return frame.toByteArray();
    }

    /** Reads a frame of the client; fails if it is not masked. */
    public ClientFrame readFrame() throws IOException {
        int first = in.readUnsignedByte();
        int second = in.readUnsignedByte();
        if ((second & 0x80) == 0) {
            throw new IOException("client frame is not masked");
        }
        long length = second & 0x7F;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        byte[] mask = in.readNBytes(4);
        byte[] payload = new byte[(int) length];
        in.readFully(payload);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i & 3];
        }
        return new ClientFrame(first, payload);
    }

    /** Reads until the client closes or sends a close frame. */
    public ClientFrame readUntilClose() throws IOException {
        ClientFrame frame;
        do {
            frame = readFrame();
        } while (frame.first() != CLOSE);
        return frame;
    }

    /** Does nothing until the client ends the connection. */
    public void holdOpen() throws IOException {
        while (in.read() >= 0) {
            // what the client says does not matter
        }
    }

    /** Cuts the connection with a TCP reset. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private static String acceptKey(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + SALT).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
