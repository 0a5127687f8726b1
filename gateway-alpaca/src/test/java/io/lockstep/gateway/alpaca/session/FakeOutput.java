package io.lockstep.gateway.alpaca.session;

import io.lockstep.gateway.alpaca.wire.JsonText;
import java.util.ArrayList;
import java.util.List;

/** Collects what a session wants done. */
final class FakeOutput implements StreamOutput {
    private final List<String> told = new ArrayList<>();

    List<String> drain() {
        List<String> drained = List.copyOf(told);
        told.clear();
        return drained;
    }

    @Override
    public void send(JsonText message) {
        told.add(message.toString());
    }

    @Override
    public void ready() {
        told.add("ready");
    }

    @Override
    public void note(StreamFault fault, String detail) {
        told.add("note " + fault);
    }

    @Override
    public void reconnect(StreamFault fault, String detail, long delayMs) {
        told.add("reconnect " + fault + " after " + delayMs);
    }

    @Override
    public void giveUp(StreamFault fault, String detail) {
        told.add("give up " + fault);
    }
}
