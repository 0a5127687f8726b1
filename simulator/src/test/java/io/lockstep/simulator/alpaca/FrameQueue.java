package io.lockstep.simulator.alpaca;

import io.lockstep.simulator.alpaca.api.MsgPackReader;
import io.lockstep.simulator.json.JsonReader;
import io.lockstep.simulator.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Frames of a WebSocket in the order in which they came, binary ones as they are. */
class FrameQueue implements WebSocket.Listener {
    private final BlockingDeque<Frame> frames = new LinkedBlockingDeque<>();
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
        return await(what, wanted, new ArrayList<>());
    }

    /** The next frame that fits; others stay, in their order. */
    JsonValue pick(String what, Predicate<JsonValue> wanted) throws InterruptedException {
        List<Frame> others = new ArrayList<>();
        JsonValue picked = await(what, wanted, others);
        Collections.reverse(others);
        others.forEach(frames::addFirst);
        return picked;
    }

    private JsonValue await(String what, Predicate<JsonValue> wanted, List<Frame> others) throws InterruptedException {
        long deadline = System.nanoTime() + AlpacaClient.PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Frame frame = frames.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (frame != null && frame.isClose()) {
                throw new AssertionError("closed while waiting for " + what);
            }
            if (frame != null && wanted.test(frame.value())) {
                return frame.value();
            }
            if (frame != null) {
                others.add(frame);
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
        // before the frame can be seen, so that whoever stops reading at it knows that one more is on order
        if (reading) {
            socket.request(1);
        }
        if (last) {
            frames.add(new Frame(false, text.toString().getBytes(StandardCharsets.UTF_8)));
            text.setLength(0);
        }
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        byte[] part = new byte[data.remaining()];
        data.get(part);
        bytes.writeBytes(part);
        if (reading) {
            socket.request(1);
        }
        if (last) {
            frames.add(new Frame(true, bytes.toByteArray()));
            bytes.reset();
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
