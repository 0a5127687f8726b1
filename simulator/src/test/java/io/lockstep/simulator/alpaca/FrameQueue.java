package io.lockstep.simulator.alpaca;

import io.lockstep.simulator.alpaca.api.MsgPackReader;
import io.lockstep.simulator.json.JsonReader;
import io.lockstep.simulator.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Frames of a WebSocket in the order in which they came, binary ones as they are. */
class FrameQueue implements WebSocket.Listener {
    private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** A frame; a closed socket is one of its own. */
    record Frame(boolean isBinary, byte[] payload) {
        boolean isClose() {
            return payload.length == 0;
        }

        JsonValue value() {
            boolean json = payload[0] == '{' || payload[0] == '[';
            return json ? JsonReader.read(new String(payload, StandardCharsets.UTF_8)) : MsgPackReader.read(payload);
        }
    }

    private volatile boolean reading = true;

    /** Takes no further frames off the socket. */
    void stopReading() {
        reading = false;
    }

    /** The next frame. */
    Frame next() throws InterruptedException {
        Frame frame = frames.poll(AlpacaClient.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (frame == null) {
            throw new AssertionError("no frame within " + AlpacaClient.PATIENCE);
        }
        return frame;
    }

    /** The next frame that fits; others are dropped. */
    JsonValue await(String what, Predicate<JsonValue> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + AlpacaClient.PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Frame frame = frames.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (frame != null && frame.isClose()) {
                throw new AssertionError("closed while waiting for " + what);
            }
            if (frame != null && wanted.test(frame.value())) {
                return frame.value();
            }
        }
        throw new AssertionError("no frame within " + AlpacaClient.PATIENCE + ": " + what);
    }

    /** Waits until the socket is closed. */
    void awaitClose() throws InterruptedException {
        Frame frame = next();
        while (!frame.isClose()) {
            frame = next();
        }
    }

    /** The frames that have come so far. */
    List<Frame> drain() {
        List<Frame> drained = new ArrayList<>();
        frames.drainTo(drained);
        return drained;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            frames.add(new Frame(false, text.toString().getBytes(StandardCharsets.UTF_8)));
            text.setLength(0);
        }
        if (reading) {
            socket.request(1);
        }
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        byte[] part = new byte[data.remaining()];
        data.get(part);
        bytes.writeBytes(part);
        if (last) {
            frames.add(new Frame(true, bytes.toByteArray()));
            bytes.reset();
        }
        if (reading) {
            socket.request(1);
        }
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        frames.add(new Frame(false, new byte[0]));
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        frames.add(new Frame(false, new byte[0]));
    }
}
