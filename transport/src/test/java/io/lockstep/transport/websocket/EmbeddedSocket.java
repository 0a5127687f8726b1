package io.lockstep.transport.websocket;

import io.lockstep.transport.net.Endpoint;
import io.lockstep.transport.net.TransportClock;
import io.lockstep.transport.net.TransportCounters;
import io.lockstep.transport.websocket.frame.OpCode;
import io.lockstep.transport.websocket.frame.ServerFrames;
import io.lockstep.transport.websocket.upgrade.Upgrade;
import io.lockstep.transport.websocket.upgrade.UpgradeRequest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real {@link WebSocket} on a channel in memory; the test plays the server. No threads, no time of its own. */
public final class EmbeddedSocket {
    private static final Pattern KEY = Pattern.compile("(?i)sec-websocket-key: (\\S+)");

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final ByteBuf sent = Unpooled.buffer();
    private final WebSocket socket;

    /** A socket that has sent its upgrade request. */
    public EmbeddedSocket(UpgradeRequest request, SocketParts parts, WebSocketListener listener) {
        // what nobody reads in the end is left to the garbage collector: that is no leak of the client
        channel.config().setAllocator(new UnpooledByteBufAllocator(false, true));
        socket = new WebSocket(channel.eventLoop(), listener, parts, 42);
        ReceiveStamp stamp = new ReceiveStamp(parts.clock().wall());
        Upgrade upgrade = new Upgrade(request, new byte[16], parts.settings().compression());
        UpgradeHandler.install(channel.pipeline(), socket, upgrade, stamp);
        socket.attach(channel);
        channel.pipeline().fireChannelActive();
    }

    /** The same for an address that does not matter. */
    public static EmbeddedSocket of(
            WebSocketSettings settings, TransportClock clock, TransportCounters counters, WebSocketListener listener) {
        UpgradeRequest request = UpgradeRequest.to(Endpoint.parse("ws://venue.test/ws"));
        return new EmbeddedSocket(request, new SocketParts(settings, clock, counters), listener);
    }

    /** The client's side. */
    public WebSocket socket() {
        return socket;
    }

    /** Accepts the upgrade. */
    public EmbeddedSocket accept() {
        Matcher key = KEY.matcher(drain().toString(StandardCharsets.US_ASCII));
        if (!key.find()) {
            throw new AssertionError("no upgrade was asked for");
        }
        sent.clear();
        receive(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + Upgrade.acceptKey(key.group(1)) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /** Whether an upgrade request waits for its answer. */
    public boolean isAwaitingAnswer() {
        return KEY.matcher(drain().toString(StandardCharsets.US_ASCII)).find();
    }

    /** Refuses the upgrade. */
    public void refuse(int status, int retryAfterS) {
        receive(("HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\nRetry-After: " + retryAfterS + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    /** Sends bytes to the client. */
    public void receive(byte[] bytes) {
        if (channel.isActive()) {
            channel.writeInbound(Unpooled.wrappedBuffer(bytes));
        }
    }

    /** Sends a text message to the client. */
    public void receiveText(String text) {
        receive(ServerFrames.text(text));
    }

    /** Sends a close frame to the client. */
    public void receiveClose(int code) {
        byte[] payload = {(byte) (code >>> 8), (byte) code};
        receive(ServerFrames.frame(ServerFrames.FIN | OpCode.CLOSE, payload));
    }

    /** Ends the connection without a word. */
    public void drop() {
        channel.close();
    }

    /** Whether the client has closed the connection. */
    public boolean isDisconnected() {
        return !channel.isActive();
    }

    /** Messages of the client since the last call, one line each. */
    public List<String> sent() {
        drain();
        List<String> lines = new ArrayList<>();
        while (sent.isReadable()) {
            lines.add(readFrame());
        }
        return lines;
    }

    private String readFrame() {
        int opCode = sent.readByte() & 0x0F;
        int length = sent.readByte() & 0x7F;
        if (length == 126) {
            length = sent.readUnsignedShort();
        }
        byte[] mask = new byte[4];
        sent.readBytes(mask);
        byte[] payload = new byte[length];
        sent.readBytes(payload);
        for (int i = 0; i < length; i++) {
            payload[i] ^= mask[i & 3];
        }
        return describe(opCode, payload);
    }

    private static String describe(int opCode, byte[] payload) {
        String text = new String(payload, StandardCharsets.UTF_8);
        return switch (opCode) {
            case OpCode.TEXT -> text;
            case OpCode.BINARY -> "binary " + payload.length;
            case OpCode.PING -> "ping " + payload[payload.length - 1];
            case OpCode.PONG -> "pong " + text;
            default -> "close " + ((payload[0] & 0xFF) << 8 | (payload[1] & 0xFF)) + " " + text.substring(2);
        };
    }

    private ByteBuf drain() {
        channel.runPendingTasks();
        for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
            sent.writeBytes(out);
            out.release();
        }
        return sent;
    }
}
