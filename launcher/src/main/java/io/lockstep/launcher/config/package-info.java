/**
 * The program's settings as records that say about each key what it is, and what can be told of them all:
 * {@link io.lockstep.launcher.config.Explanation}, and {@link io.lockstep.launcher.config.EffectiveConfig}, the same configuration with
 * every default filled in, as the text a journal keeps and a replay reads back.
 *
 * <p>{@code config.binding} stands between YAML and records and is used here; {@code config.load} reads and checks the whole and uses both.
 */
@NullMarked
package io.lockstep.launcher.config;

import org.jspecify.annotations.NullMarked;
