package io.lockstep.simulator.scenario;

/**
 * How often a fault happened.
 *
 * @param venue where
 * @param fault what
 * @param happened how often
 */
public record FaultCount(String venue, FaultKind fault, long happened) {}
