/**
 * Between YAML and any settings record: read with positions, bound and checked by what the record says about itself, written back with every
 * default filled in.
 *
 * <pre>
 *   file ──► YamlReader ──► ConfigNode ──► SettingsBinder (SettingKey, ScalarBinder) ──► record ──► CanonicalYaml ──► text
 *                               └────────────────► Faults ◄────────┘
 * </pre>
 *
 * <p>Knows no setting by name, except which are secret. Cold path, any thread.
 */
@NullMarked
package io.lockstep.launcher.config.binding;

import org.jspecify.annotations.NullMarked;
