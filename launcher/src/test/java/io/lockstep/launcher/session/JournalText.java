package io.lockstep.launcher.session;

import static io.lockstep.engine.event.RecordLayout.MESSAGE_OFFSET;

import io.lockstep.engine.event.EngineEvent;
import io.lockstep.engine.sbe.AlertDecoder;
import io.lockstep.engine.sbe.EngineStopDecoder;
import io.lockstep.engine.sbe.ExecutionReportDecoder;
import io.lockstep.engine.sbe.MessageHeaderDecoder;
import io.lockstep.launcher.session.folder.JournalFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A journal's story in words.
 *
 * @param reports kinds of execution report, in order
 * @param alerts texts of the alerts, in order
 * @param stops reasons of clean stops, in order
 */
record JournalText(List<String> reports, List<String> alerts, List<String> stops) {
    static JournalText of(JournalFolder folder) {
        JournalText text = new JournalText(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        text.read(folder.inputs());
        text.read(folder.decisions());
        return text;
    }

    private void read(Path queue) {
        EngineEvent event = new EngineEvent();
        try (JournalFolder.Recording recording = JournalFolder.open(queue)) {
            while (recording.next(event)) {
                add(event);
            }
        }
    }

    private void add(EngineEvent event) {
        MessageHeaderDecoder header = new MessageHeaderDecoder();
        switch (event.templateId()) {
            case ExecutionReportDecoder.TEMPLATE_ID ->
                reports.add(new ExecutionReportDecoder()
                        .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                        .execType()
                        .name());
            case AlertDecoder.TEMPLATE_ID ->
                alerts.add(new AlertDecoder()
                        .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                        .toString());
            case EngineStopDecoder.TEMPLATE_ID ->
                stops.add(new EngineStopDecoder()
                        .wrapAndApplyHeader(event.buffer(), MESSAGE_OFFSET, header)
                        .reason());
            default -> {}
        }
    }
}
