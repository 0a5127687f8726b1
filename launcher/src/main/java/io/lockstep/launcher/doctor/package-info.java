/**
 * Looks at everything a session will depend on before it starts: keys, clocks, filters against configured sizes, disk, machine. Asks venues
 * over connections of its own and changes nothing.
 */
@NullMarked
package io.lockstep.launcher.doctor;

import org.jspecify.annotations.NullMarked;
