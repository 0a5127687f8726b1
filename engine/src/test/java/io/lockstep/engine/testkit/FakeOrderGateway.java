package io.lockstep.engine.testkit;

import io.lockstep.engine.port.OrderGateway;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gateway that remembers what it was given and answers nothing; the test answers with {@link Events}. Readable from any thread. */
public final class FakeOrderGateway implements OrderGateway {
    private final List<SentCommand> commands = new CopyOnWriteArrayList<>();

    @Override
    public void send(OrderCommandDecoder command) {
        commands.add(SentCommand.of(command));
    }

    /** Everything sent so far and from now on, in order. */
    public List<SentCommand> commands() {
        return Collections.unmodifiableList(commands);
    }

    /** Everything sent that asked for one action, in order. */
    public List<SentCommand> commands(OrderAction action) {
        return commands.stream().filter(each -> each.action() == action).toList();
    }

    /** The command sent last. */
    public SentCommand last() {
        if (commands.isEmpty()) {
            throw new AssertionError("nothing was sent");
        }
        return commands.get(commands.size() - 1);
    }
}
