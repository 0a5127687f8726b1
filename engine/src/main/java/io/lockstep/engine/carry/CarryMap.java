package io.lockstep.engine.carry;

/** Ids of the epoch before in terms of the new one: what has the same name has the same home. */
public interface CarryMap {
    /** Stands for what the new configuration does not name. */
    int GONE = -1;

    /** Same ids in both. */
    CarryMap SAME = new CarryMap() {
        @Override
        public int account(int before) {
            return before;
        }

        @Override
        public int instrument(int before) {
            return before;
        }

        @Override
        public int strategy(int before) {
            return before;
        }

        @Override
        public int owner(int strategyBefore, int instrumentBefore) {
            return strategyBefore;
        }

        @Override
        public int accountOf(int strategyBefore) {
            return 0;
        }
    };

    /** The account's id now, or {@link #GONE}. */
    int account(int before);

    /** The instrument's id now, or {@link #GONE}. */
    int instrument(int before);

    /** The strategy's id now, or {@link #GONE}. */
    int strategy(int before);

    /** Who looks after a strategy's position and orders in an instrument now: that strategy, or 0 when it no longer trades it. */
    int owner(int strategyBefore, int instrumentBefore);

    /** Account a strategy traded for, by the id it had. */
    int accountOf(int strategyBefore);
}
