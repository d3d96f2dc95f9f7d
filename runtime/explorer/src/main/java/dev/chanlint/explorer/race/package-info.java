/**
 * Detects data races in an execution: FastTrack (Flanagan and Freund, PLDI 2009) on the vector
 * clocks that the engine keeps for goroutines.
 */
@NullMarked
package dev.chanlint.explorer.race;

import org.jspecify.annotations.NullMarked;
