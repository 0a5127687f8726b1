package io.lockstep.launcher.swarm.mutant;

import io.lockstep.engine.sbe.DenialFeedbackDecoder;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.strategy.Strategy;
import io.lockstep.engine.strategy.StrategyContext;
import io.lockstep.engine.strategy.StrategyDeclaration;
import java.util.concurrent.atomic.AtomicInteger;

/** A strategy that skips events by how many of its kind were made before: something no event says. */
final class WhimsicalStrategy implements Strategy {
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final int EVERY = 7;

    private final Strategy sound;
    private final int number = MADE.incrementAndGet();
    private int calls;

    WhimsicalStrategy(Strategy sound) {
        this.sound = sound;
    }

    @Override
    public void declare(StrategyDeclaration declaration) {
        sound.declare(declaration);
    }

    @Override
    public void onTopOfBook(StrategyContext context, int instrumentId) {
        if ((++calls + number) % EVERY != 0) {
            sound.onTopOfBook(context, instrumentId);
        }
    }

    @Override
    public void onExecution(StrategyContext context, ExecutionReportDecoder report) {
        sound.onExecution(context, report);
    }

    @Override
    public void onDenied(StrategyContext context, DenialFeedbackDecoder denial) {
        sound.onDenied(context, denial);
    }
}
