/**
 * The execution mechanism: goroutines on one carrier, visible operations as scheduling points,
 * happens-before, virtual time, and the judgement of how an execution ended. It knows nothing of
 * how schedules are searched (package {@code search}) and nothing of any particular operation
 * (package {@code model}); it alone touches the internals of the JDK's virtual threads.
 */
@NullMarked
package dev.chanlint.explorer.engine;

import org.jspecify.annotations.NullMarked;
