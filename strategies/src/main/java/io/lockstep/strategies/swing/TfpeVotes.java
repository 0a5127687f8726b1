package io.lockstep.strategies.swing;

/**
 * The seven votes of trend following with price extremes. Pure: the same inputs give the same votes.
 *
 * <pre>
 * 1 momentum      rate of change above its least
 * 2 retracement   within the Fibonacci band, measured against the trend
 * 3 strength      weak in an up trend or strong in a down trend, at the right place in the channel: sets the direction
 * 4 narrow        trend channel narrow and strength extreme: sets the direction, over 3
 * 5 average       close near its average
 * 6 volume        above its mean
 * 7 extreme       price low for a long, high for a short
 * </pre>
 */
final class TfpeVotes {
    private final TfpeSettings settings;
    private int votes;
    private int direction;

    TfpeVotes(TfpeSettings settings) {
        this.settings = settings;
    }

    void evaluate(TfpeInputs inputs) {
        votes = 0;
        direction = 0;
        vote(inputs.momentum > settings.minMomentum());
        vote(isRetracement(inputs));
        voteStrength(inputs);
        voteNarrow(inputs);
        vote(inputs.averageDistance <= settings.averageDistance());
        vote(inputs.volumeRatio >= settings.volumeRatio());
        vote(isExtreme(inputs.position));
    }

    /** Votes, 0 to 7. */
    int votes() {
        return votes;
    }

    /** 1 long, -1 short, 0 undecided. */
    int direction() {
        return direction;
    }

    private void vote(boolean inFavour) {
        votes += inFavour ? 1 : 0;
    }

    private boolean isRetracement(TfpeInputs inputs) {
        double retraced = inputs.trendUp ? 1 - inputs.position : inputs.position;
        return inputs.hasRange && retraced >= settings.fibLow() && retraced <= settings.fibHigh();
    }

    private void voteStrength(TfpeInputs inputs) {
        double rsi = inputs.rsi;
        boolean middle = inputs.position >= settings.middleLow() && inputs.position <= settings.middleHigh();
        boolean weak = inputs.position < settings.low() && rsi <= settings.rsiLong();
        boolean strong = inputs.position > settings.high() && rsi >= settings.rsiShort();
        if (inputs.trendUp && (weak || (middle && rsi <= settings.rsiLongMiddle()))) {
            decide(1);
        } else if (!inputs.trendUp && (strong || (middle && rsi >= settings.rsiShortMiddle()))) {
            decide(-1);
        }
    }

    private void voteNarrow(TfpeInputs inputs) {
        if (inputs.trendWidth < settings.narrow()) {
            if (inputs.rsi < settings.rsiLowest()) {
                decide(1);
            } else if (inputs.rsi > settings.rsiHighest()) {
                decide(-1);
            }
        }
    }

    private void decide(int side) {
        votes++;
        direction = side;
    }

    private boolean isExtreme(double position) {
        return (direction > 0 && position < settings.low()) || (direction < 0 && position > settings.high());
    }
}
