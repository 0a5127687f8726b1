/** Fakes and helpers for tests of everything that meets the engine; shipped in the engine's test-jar. One thread. */
@NullMarked
package io.lockstep.engine.testkit;

import org.jspecify.annotations.NullMarked;
