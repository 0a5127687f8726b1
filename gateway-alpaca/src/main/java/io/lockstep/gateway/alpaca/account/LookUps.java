package io.lockstep.gateway.alpaca.account;

import io.lockstep.gateway.alpaca.execution.SentOrder;
import io.lockstep.gateway.alpaca.execution.refusal.OrderFate;
import io.lockstep.gateway.alpaca.rest.RestReply;
import io.lockstep.transport.ratelimit.Priority;
import java.util.function.Consumer;

/**
 * Asks the venue about one order by our id for it: the only handle when an answer is lost. Alpaca Orders, "Get Order by Client Order ID",
 * read 2026-11. What is found is reported; what is not found is no proof shortly after a lost request, so it is reported as such and the
 * engine decides when to believe it. One thread.
 */
final class LookUps {
    private static final long FIRST_WAIT_NS = 250_000_000L;
    private static final int MOST_TRIES = 6;

    private final OrderEntry entry;

    LookUps(OrderEntry entry) {
        this.entry = entry;
    }

    /** Answers the engine's question about an order. */
    void query(SentOrder sent) {
        ask(sent, 0, fate -> {
            if (fate == OrderFate.ABSENT || fate == OrderFate.NOT_ABOUT_AN_ORDER) {
                entry.answers().notFound(sent, entry.nowNs());
            } else if (fate == OrderFate.UNKNOWN) {
                entry.tell(0, "QUERY_FAILED", "orderId=" + sent.orderId() + ", tries=" + MOST_TRIES);
            }
        });
    }

    /** Finds an order the venue said it has. */
    void adopt(SentOrder sent) {
        ask(sent, 0, fate -> {
            if (fate != OrderFate.EXISTS && fate != OrderFate.ENDED) {
                entry.tell(0, "ADOPTION_FAILED", "orderId=" + sent.orderId() + ", fate=" + fate);
            }
        });
    }

    /**
     * Asks until the venue answers.
     *
     * @param then told what the answer proves; {@link OrderFate#UNKNOWN} when none came
     */
    void ask(SentOrder sent, int tries, Consumer<OrderFate> then) {
        entry.counters.count(AccountEvent.LOOK_UPS);
        int strategyId = entry.execution.strategyId(sent.orderId(), sent.strategyId());
        CharSequence clientOrderId = entry.ids.of(sent.orderId(), strategyId);
        entry.send(
                entry.requests.orderByClientId(clientOrderId),
                Priority.CANCEL,
                reply -> answered(sent, reply, tries, then));
    }

    private void answered(SentOrder sent, RestReply reply, int tries, Consumer<OrderFate> then) {
        OrderFate fate = OrderFate.UNKNOWN;
        if (reply.isAnswered()) {
            fate = entry.answers().lookedUp(reply.status(), reply.body(), reply.body().length, reply.receivedNs());
            entry.alarm();
        }
        boolean again = fate == OrderFate.UNKNOWN || reply.status() == 429;
        if (again && tries + 1 < MOST_TRIES) {
            entry.later(FIRST_WAIT_NS << tries, () -> ask(sent, tries + 1, then));
        } else {
            then.accept(again ? OrderFate.UNKNOWN : fate);
        }
    }
}
