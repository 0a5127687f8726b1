package io.lockstep.launcher.scenarios;

/** One thing the trader of a scenario does before it goes on to the next. */
enum ScenarioStep {
    /** Buys at the market. */
    BUY,
    /** Sells a part of what it holds at the market; buys where it holds nothing. */
    REDUCE,
    /** Lets an order rest below the market, then cancels it. */
    CANCEL,
    /** Lets an order rest below the market, moves it, then cancels it. */
    REPLACE
}
