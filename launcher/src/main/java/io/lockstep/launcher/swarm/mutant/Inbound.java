package io.lockstep.launcher.swarm.mutant;

import static io.lockstep.engine.event.RecordLayout.BODY_OFFSET;
import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.RecordLayout;
import io.lockstep.engine.sbe.ExecType;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.ExecutionReportEncoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.launcher.swarm.machine.Workmanship;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** A gateway that misreads some reports on orders: changes them or leaves them out. */
final class Inbound implements Workmanship {
    private final Predicate<ExecutionReportDecoder> which;
    private final @Nullable BiConsumer<ExecutionReportDecoder, ExecutionReportEncoder> change;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final ExecutionReportDecoder report = new ExecutionReportDecoder();
    private final ExecutionReportEncoder changed = new ExecutionReportEncoder();

    private Inbound(
            Predicate<ExecutionReportDecoder> which,
            @Nullable BiConsumer<ExecutionReportDecoder, ExecutionReportEncoder> change) {
        this.which = which;
        this.change = change;
    }

    static Workmanship dropping(Predicate<ExecutionReportDecoder> which) {
        return new Inbound(which, null);
    }

    static Workmanship changing(
            Predicate<ExecutionReportDecoder> which,
            BiConsumer<ExecutionReportDecoder, ExecutionReportEncoder> change) {
        return new Inbound(which, change);
    }

    static Workmanship renaming(ExecType from, ExecType to) {
        return changing(report -> report.execType() == from, (report, changed) -> changed.execType(to));
    }

    @Override
    public byte @Nullable [] inbound(byte[] sound) {
        UnsafeBuffer buffer = new UnsafeBuffer(sound);
        if (RecordLayout.templateId(buffer, 0) != ExecutionReportDecoder.TEMPLATE_ID) {
            return sound;
        }
        report.wrapAndApplyHeader(buffer, MESSAGE_OFFSET, header);
        if (!which.test(report)) {
            return sound;
        }
        if (change == null) {
            return null;
        }
        byte[] copy = sound.clone();
        changed.wrap(new UnsafeBuffer(copy), BODY_OFFSET);
        change.accept(report, changed);
        return copy;
    }
}
