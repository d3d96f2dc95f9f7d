/** Witnesses as text for people: a column for each goroutine, a row for each step. */
@NullMarked
package dev.chanlint.explorer.witness;

import org.jspecify.annotations.NullMarked;
