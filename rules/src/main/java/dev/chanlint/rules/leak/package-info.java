/** Goroutines that never end. */
@NullMarked
package dev.chanlint.rules.leak;

import org.jspecify.annotations.NullMarked;
