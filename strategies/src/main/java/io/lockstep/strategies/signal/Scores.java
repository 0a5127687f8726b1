package io.lockstep.strategies.signal;

/**
 * The opinions on one instrument.
 *
 * @param technical score of the indicators, -1 to 1, E8; clamped
 * @param sentiment score of the news, -1 to 1, E8; clamped; not read unless there is one
 * @param hasSentiment whether there is a sentiment
 * @param importantFiling whether a filing gives the sentiment more weight
 * @param regulatoryBlock whether a regulatory or litigation report forbids a long
 */
public record Scores(
        long technical, long sentiment, boolean hasSentiment, boolean importantFiling, boolean regulatoryBlock) {}
