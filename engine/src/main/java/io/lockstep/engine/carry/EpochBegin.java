package io.lockstep.engine.carry;

/**
 * What an epoch goes on from.
 *
 * @param epoch number of the epoch before
 * @param input its last input
 * @param decision last record of its decision journal
 * @param decisions decisions made so far, checkpoints not counted
 * @param decisionHash rolling hash of all decisions so far
 * @param proven whether a replay proved all of it; else records of it are lost
 * @param reason why a new epoch is opened, up to 32 characters
 */
public record EpochBegin(
        int epoch, long input, long decision, long decisions, long decisionHash, boolean proven, String reason) {}
