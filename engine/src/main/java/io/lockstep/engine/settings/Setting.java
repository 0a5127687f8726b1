package io.lockstep.engine.settings;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One key of a settings record: what it means, its unit, range and default. The binder checks it, the documentation prints it.
 *
 * <pre>{@code
 * public record RiskLimits(
 *         @Setting(help = "largest price times quantity of one order", unit = "quote currency", decimal = true,
 *                  least = "0.00000001", most = "1000000000")
 *         long maxOrderNotional,
 *         @Setting(help = "new orders a second", unit = "1/s", fallback = "5", least = "1", most = "1000")
 *         int maxNewPerSecond) {}
 * }</pre>
 *
 * <p>Rules between several keys stand in the record's compact constructor, which throws {@link IllegalArgumentException} as
 * {@code statement: name=value, name=value}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
    /** Marks a key without a default. */
    String REQUIRED = "\u0000";

    /** What it sets, in one clause. */
    String help();

    /** Unit of the value as people write it, empty for words and counts. */
    String unit() default "";

    /** Default as it would stand in the file; {@link #REQUIRED} when the file must name it. */
    String fallback() default REQUIRED;

    /** Smallest allowed value, included; empty for none. */
    String least() default "";

    /** Largest allowed value, included; empty for none. */
    String most() default "";

    /** Whether a {@code long} holds a decimal of up to 8 places (E8) rather than a whole number. */
    boolean decimal() default false;
}
