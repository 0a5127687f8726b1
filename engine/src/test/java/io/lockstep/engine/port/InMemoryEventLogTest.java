package io.lockstep.engine.port;

import java.util.List;

class InMemoryEventLogTest extends EventLogContract {
    private final InMemoryEventLog log = new InMemoryEventLog();

    @Override
    protected EventLog open() {
        return log;
    }

    @Override
    protected List<byte[]> stored() {
        return log.records();
    }
}
