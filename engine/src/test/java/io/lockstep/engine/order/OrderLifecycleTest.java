package io.lockstep.engine.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OrderLifecycleTest {
    /** Every state (row) by every event (column): the next state, {@code .} for the same one, {@code -} for an illegal move. */
    private static final String TABLE = """
        from             ACCEPTED PARTIAL_FILL FILL CANCEL_SENT REPLACE_SENT CANCELED CANCEL_REJECTED REPLACED REPLACE_REJECTED REJECTED EXPIRED TRIGGERED OUTCOME_UNKNOWN PRESUMED_ABSENT SIGHTED NOT_FOUND RELEASED
        PENDING_NEW      NEW      PARTIALLY_FILLED FILLED PENDING_CANCEL - CANCELED - - - REJECTED EXPIRED NEW UNKNOWN - NEW - -
        NEW              .        PARTIALLY_FILLED FILLED PENDING_CANCEL PENDING_REPLACE CANCELED . . . REJECTED EXPIRED . UNKNOWN - . - PENDING_NEW
        PARTIALLY_FILLED .        . FILLED PENDING_CANCEL PENDING_REPLACE CANCELED . . . REJECTED EXPIRED . UNKNOWN - . - -
        PENDING_CANCEL   .        . FILLED . - CANCELED NEW . . REJECTED EXPIRED . UNKNOWN - . - -
        PENDING_REPLACE  .        . FILLED PENDING_CANCEL - CANCELED . NEW NEW REJECTED EXPIRED . UNKNOWN - . - -
        UNKNOWN          NEW      PARTIALLY_FILLED FILLED . - CANCELED . NEW . REJECTED EXPIRED NEW . ABSENT NEW . -
        FILLED           .        . . - - - . - . - - - - - . - -
        CANCELED         .        . FILLED - - . . - . - . - - - - - -
        REJECTED         -        PARTIALLY_FILLED FILLED - - - . - . . - - - - - - -
        EXPIRED          .        . FILLED - - . . - . - . - - - - - -
        ABSENT           NEW      PARTIALLY_FILLED FILLED - - CANCELED . - - REJECTED EXPIRED NEW - . NEW . -
        """;

    private static final Set<OrderEvent> FILLS = EnumSet.of(OrderEvent.PARTIAL_FILL, OrderEvent.FILL);

    static Stream<Arguments> moves() {
        List<Arguments> moves = new ArrayList<>();
        List<String> rows = TABLE.lines().toList();
        String[] events = rows.get(0).trim().split(" +");
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.trim().split(" +");
            OrderState from = OrderState.valueOf(cells[0]);
            for (int i = 1; i < cells.length; i++) {
                OrderState to = switch (cells[i]) {
                    case "-" -> null;
                    case "." -> from;
                    default -> OrderState.valueOf(cells[i]);
                };
                moves.add(Arguments.of(from, OrderEvent.valueOf(events[i]), to));
            }
        }
        return moves.stream();
    }

    @ParameterizedTest
    @MethodSource("moves")
    void shouldMoveAsTheTableSays(OrderState from, OrderEvent event, OrderState to) {
        assertThat(OrderLifecycle.next(from, event, false)).isEqualTo(to);
    }

    @ParameterizedTest
    @MethodSource("moves")
    void shouldReadPartlyFilledWhereverAWorkingOrderHasFills(OrderState from, OrderEvent event, OrderState to) {
        OrderState expected = to == OrderState.NEW ? OrderState.PARTIALLY_FILLED : to;

        assertThat(OrderLifecycle.next(from, event, true)).isEqualTo(expected);
    }

    @Test
    void shouldKnowEveryStateAndEvent() {
        assertThat(moves()).hasSize(OrderState.values().length * OrderEvent.values().length);
    }

    @ParameterizedTest
    @EnumSource(OrderState.class)
    void shouldTakeAFillInEveryState(OrderState state) {
        assertThat(OrderLifecycle.next(state, OrderEvent.FILL, false)).isEqualTo(OrderState.FILLED);
        assertThat(OrderLifecycle.next(state, OrderEvent.PARTIAL_FILL, false)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("moves")
    void shouldReopenAClosedOrderOnlyOnEvidence(OrderState from, OrderEvent event, OrderState to) {
        boolean reopened = !from.isOpen() && to != null && to.isOpen();

        if (reopened) {
            assertThat(from).isIn(OrderState.REJECTED, OrderState.ABSENT);
            assertThat(event)
                    .isIn(OrderEvent.ACCEPTED, OrderEvent.TRIGGERED, OrderEvent.PARTIAL_FILL, OrderEvent.SIGHTED);
        }
    }

    @ParameterizedTest
    @MethodSource("moves")
    void shouldNeverTurnALostAnswerIntoARejection(OrderState from, OrderEvent event, OrderState to) {
        if (to == OrderState.REJECTED && from != OrderState.REJECTED) {
            assertThat(event).isEqualTo(OrderEvent.REJECTED);
        }
        if (to == OrderState.ABSENT && from != OrderState.ABSENT) {
            assertThat(from).isEqualTo(OrderState.UNKNOWN);
            assertThat(event).isEqualTo(OrderEvent.PRESUMED_ABSENT);
        }
        if (from == OrderState.UNKNOWN && !FILLS.contains(event) && to != null && !to.isOpen()) {
            assertThat(event)
                    .isIn(OrderEvent.CANCELED, OrderEvent.REJECTED, OrderEvent.EXPIRED, OrderEvent.PRESUMED_ABSENT);
        }
    }
}
