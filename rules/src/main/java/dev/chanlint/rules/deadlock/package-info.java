/** Goroutines that wait for one another, or for nobody. */
@NullMarked
package dev.chanlint.rules.deadlock;

import org.jspecify.annotations.NullMarked;
