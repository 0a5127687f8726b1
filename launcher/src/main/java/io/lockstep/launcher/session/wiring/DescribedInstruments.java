package io.lockstep.launcher.session.wiring;

import io.lockstep.engine.instrument.Instrument;
import io.lockstep.launcher.config.InstrumentSettings;
import java.util.ArrayList;
import java.util.List;

/** Finds what each configured instrument is like: from the configuration itself, else from what a venue, a tape or a journal says of it. */
final class DescribedInstruments {
    private DescribedInstruments() {}

    /** Instruments in the order of their ids. */
    static List<Instrument> of(List<InstrumentSettings> configured, List<Instrument> known) {
        List<Instrument> described = new ArrayList<>();
        for (InstrumentSettings settings : configured) {
            described.add(describe(settings, described.size(), known));
        }
        return List.copyOf(described);
    }

    private static Instrument describe(InstrumentSettings settings, int id, List<Instrument> known) {
        if (settings.missing().isEmpty()) {
            return settings.toInstrument(id);
        }
        List<Instrument> sameSymbol = known.stream()
                .filter(each -> each.symbol().equals(settings.symbol()))
                .toList();
        return sameSymbol.stream()
                .filter(each -> each.venue() == settings.venue())
                .findFirst()
                .or(() -> sameSymbol.stream().findFirst())
                .map(found -> found.as(id, settings.venue()))
                .orElseThrow(() -> new IllegalArgumentException("instruments[" + id + "]=" + settings.qualifiedName()
                        + ": " + settings.missing()
                        + " are missing, and no connected venue or tape says what they are"));
    }
}
