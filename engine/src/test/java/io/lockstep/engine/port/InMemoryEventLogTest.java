package io.lockstep.engine.port;

class InMemoryEventLogTest extends EventLogContract {
    @Override
    protected EventLog create() {
        return new InMemoryEventLog();
    }

    @Override
    protected EventLog reopen(EventLog closed) {
        return closed;
    }

    @Override
    protected RecordSource read(EventLog log) {
        return ((InMemoryEventLog) log).source();
    }
}
