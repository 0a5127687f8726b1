package io.lockstep.engine.order;

/**
 * Follows what can still trade: an open order leaves before each change of it and enters after, with its values of that moment. Called on the
 * order table's thread.
 */
public interface OpenOrderListener {
    /** Follows nothing. */
    OpenOrderListener NONE = new OpenOrderListener() {
        @Override
        public void leaves(Order order) {}

        @Override
        public void enters(Order order) {}
    };

    /** An open order is about to change or to close; it still has its old values. */
    void leaves(Order order);

    /** An order is open with the values it has now. */
    void enters(Order order);
}
