/**
 * What a run says of itself at its beginning, in the journal: build, configuration, accounts, instruments; written, read, and found again by name.
 */
@NullMarked
package io.lockstep.launcher.session.header;

import org.jspecify.annotations.NullMarked;
