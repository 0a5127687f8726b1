/**
 * Live market data into a tape: any number of network threads publish, one thread writes.
 *
 * <pre>
 *   gateway thread ─► RecordingBuffer ─┐
 *   gateway thread ─► RecordingBuffer ─┴─► ring ─► TapeRecorder (one thread) ─► TapeWriter
 * </pre>
 */
@NullMarked
package io.lockstep.launcher.tape.recording;

import org.jspecify.annotations.NullMarked;
