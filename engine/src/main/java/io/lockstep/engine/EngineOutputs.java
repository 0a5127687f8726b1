package io.lockstep.engine;

import io.lockstep.engine.control.KillLatch;
import io.lockstep.engine.port.EventLog;
import io.lockstep.engine.port.OrderGateway;

/**
 * Where a live engine's records and orders go.
 *
 * @param inputs takes every input before it can have an effect
 * @param decisions takes every decision before it is sent
 * @param gateway takes accepted commands
 * @param latch read at the last step before sending
 * @param syncBeforeSend whether both logs are forced onto the device before a command may leave; fused threading only
 */
public record EngineOutputs(
        EventLog inputs, EventLog decisions, OrderGateway gateway, KillLatch latch, boolean syncBeforeSend) {}
