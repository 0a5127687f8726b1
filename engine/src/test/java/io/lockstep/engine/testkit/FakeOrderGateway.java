package io.lockstep.engine.testkit;

import io.lockstep.engine.port.OrderGateway;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.OrderCommandDecoder;
import java.util.ArrayList;
import java.util.List;

/** A gateway that remembers what it was given and answers nothing; the test answers with {@link Events}. */
public final class FakeOrderGateway implements OrderGateway {
    private final List<SentCommand> commands = new ArrayList<>();

    @Override
    public void send(OrderCommandDecoder command) {
        commands.add(SentCommand.of(command));
    }

    /** Everything sent, in order. */
    public List<SentCommand> commands() {
        return List.copyOf(commands);
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
