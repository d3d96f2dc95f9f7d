/**
 * The abstract machine: runs the code model with data left open. Objects, goroutines, channels and
 * locks are concrete, values that the sources do not determine are symbols, and a branch on a
 * symbol is a choice. It executes nothing of the program itself. It touches {@code model.code}
 * alone; what library calls do is told by {@code model.library}, who chooses by {@code
 * model.search}.
 */
@NullMarked
package dev.chanlint.model.machine;

import org.jspecify.annotations.NullMarked;
