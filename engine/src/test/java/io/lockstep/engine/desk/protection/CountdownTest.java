package io.lockstep.engine.desk.protection;

import static org.assertj.core.api.Assertions.assertThat;

import io.lockstep.engine.risk.settings.ProtectionSettings;
import io.lockstep.engine.sbe.OrderAction;
import io.lockstep.engine.sbe.Side;
import io.lockstep.engine.sbe.Venue;
import io.lockstep.engine.testkit.DeskFixture;
import io.lockstep.engine.testkit.SentCommand;
import io.lockstep.engine.testkit.TestSetup;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountdownTest {
    private final DeskFixture desk = new DeskFixture(TestSetup.with(
                    TestSetup.risk(1_000, 10_000, 64, 86_400_000),
                    new ProtectionSettings(
                            1_000, List.of(), List.of(), List.of(), List.of(Venue.SIMULATED), 15_000, 5_000)))
            .live();

    @Test
    void shouldRenewEveryFiveSecondsWhileAnOrderIsOpen() {
        desk.passMs(2_000);
        assertThat(armed()).isEmpty();
        desk.working(Side.BUY, "1", "49.7");

        desk.passMs(11_000);

        assertThat(armed()).hasSize(3);
        assertThat(armed()).allMatch(each -> each.instrumentId() == DeskFixture.ETHER);
    }

    @Test
    void shouldStopTheCountdownOnceNoOrderIsOpen() {
        SentCommand order = desk.working(Side.BUY, "1", "49.7");
        desk.passMs(1_000);
        desk.events().canceled(order);
        desk.passMs(10_000);

        assertThat(armed()).hasSize(2);
    }

    @Test
    void shouldStopTheCountdownWhenTheEngineStops() {
        desk.working(Side.BUY, "1", "49.7");
        desk.passMs(1_000);
        desk.events().engineStop();

        assertThat(armed()).hasSize(2);
    }

    @Test
    void shouldArmNothingWhereNobodyReports() {
        DeskFixture paper = new DeskFixture(TestSetup.with(
                TestSetup.risk(1_000, 10_000, 64, 86_400_000),
                new ProtectionSettings(
                        1_000, List.of(), List.of(), List.of(), List.of(Venue.SIMULATED), 15_000, 5_000)));
        paper.working(Side.BUY, "1", "49.7");
        paper.passMs(10_000);

        assertThat(paper.sent(OrderAction.ARM_COUNTDOWN)).isEmpty();
    }

    private List<SentCommand> armed() {
        return desk.sent(OrderAction.ARM_COUNTDOWN);
    }
}
