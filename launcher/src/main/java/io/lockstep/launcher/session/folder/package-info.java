/**
 * Where a run lies: the folder of a journal with its epochs, queues and logs, and what is recorded in it.
 */
@NullMarked
package io.lockstep.launcher.session.folder;

import org.jspecify.annotations.NullMarked;
