package io.lockstep.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ShowTimeTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final AtomicBoolean visible = new AtomicBoolean();
    private final ShowTime time = new ShowTime(8, visible::get, now::get);

    @Test
    void shouldCountFromWhenThereIsSomethingToSee() {
        pass(20);
        visible.set(true);
        boolean atFirst = time.getAsBoolean();
        pass(7);
        boolean before = time.getAsBoolean();
        visible.set(false);
        pass(1);

        assertThat(atFirst).isFalse();
        assertThat(before).isFalse();
        assertThat(time.getAsBoolean()).isTrue();
    }

    @Test
    void shouldNotWaitForEverForSomethingToSee() {
        pass(29);
        boolean before = time.getAsBoolean();
        pass(1);

        assertThat(before).isFalse();
        assertThat(time.getAsBoolean()).isTrue();
    }

    private void pass(long seconds) {
        now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }
}
