package io.lockstep.launcher.cli.option;

import io.lockstep.launcher.config.binding.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations on the command line as configurations write them: {@code 500ms}, {@code 5s}, {@code 2m}. */
public final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        Duration duration = Durations.parse(text);
        if (duration == null) {
            throw new TypeConversionException("must be a duration such as 500ms, 5s or 2m: " + text);
        }
        return duration;
    }
}
