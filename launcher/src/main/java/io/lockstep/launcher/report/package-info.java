/** What a command found, shown as an aligned table or as one JSON object from the same data. */
@NullMarked
package io.lockstep.launcher.report;

import org.jspecify.annotations.NullMarked;
