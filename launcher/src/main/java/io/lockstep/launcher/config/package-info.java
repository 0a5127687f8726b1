/**
 * From a YAML file to settings records: read with positions, bound and checked by what the records say about themselves, all faults
 * reported together. {@link io.lockstep.launcher.config.EffectiveConfig} is the same configuration with every default filled in, as
 * the text a journal keeps and a replay reads back.
 */
@NullMarked
package io.lockstep.launcher.config;

import org.jspecify.annotations.NullMarked;
