/**
 * Raw captures of Binance market streams. The gateway's own decoder reads them, so a capture and the live stream become the same
 * events; what this adds is where a recorded snapshot belongs among the recorded updates.
 */
@NullMarked
package io.lockstep.launcher.tape.capture;

import org.jspecify.annotations.NullMarked;
