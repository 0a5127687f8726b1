/** How a settings record describes its keys, so that one binder can read, check, explain and report them. */
@NullMarked
package io.lockstep.engine.settings;

import org.jspecify.annotations.NullMarked;
