package io.lockstep.engine.strategy;

/**
 * Makes a kind of strategy; found by {@link java.util.ServiceLoader} on the class path and in the plug-in folder.
 */
public interface StrategyFactory {
    /** Name the configuration uses, lower case with hyphens, for example {@code ema-cross}. */
    String type();

    /** One sentence for {@code lockstep strategies}. */
    String description();

    /**
     * Makes one strategy. Every parameter must be read here, with its range and default: a key nobody read is reported as unknown.
     */
    Strategy create(StrategyParameters parameters);
}
