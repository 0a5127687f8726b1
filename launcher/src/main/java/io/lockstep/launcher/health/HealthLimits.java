package io.lockstep.launcher.health;

/**
 * What counts as healthy.
 *
 * @param heartbeatMs oldest heartbeat, ms
 * @param marketMs oldest market data, ms
 * @param barMs oldest bar, ms; 0 where no bars are built
 * @param answerMs longest a venue may leave a command unanswered, ms
 * @param reconciledMs oldest reconciliation, ms
 * @param clockMs largest distance to a venue's clock, ms
 * @param diskBytes least free disk space, bytes
 * @param realAccounts number of accounts at real venues; what only they have is not asked for where there are none
 */
public record HealthLimits(
        long heartbeatMs,
        long marketMs,
        long barMs,
        long answerMs,
        long reconciledMs,
        long clockMs,
        long diskBytes,
        int realAccounts) {}
