/**
 * The program: one entry point, its commands, the configuration they read and the reports they give. Cold path throughout: what it
 * builds trades on other threads.
 */
@NullMarked
package io.lockstep.launcher;

import org.jspecify.annotations.NullMarked;
