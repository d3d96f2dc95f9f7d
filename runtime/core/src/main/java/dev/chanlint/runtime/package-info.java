/**
 * Channels, goroutines, select, and Go's sync, context and time, for Java on virtual threads.
 *
 * <p>The semantics are those of the <a href="https://go.dev/ref/spec">Go specification</a> and of
 * the <a href="https://go.dev/ref/mem">Go memory model</a>.
 *
 * <p>A null where none may be is a {@link java.lang.NullPointerException}, thrown before anything
 * is done. All types may be used by any number of goroutines and other threads at once.
 */
@NullMarked
package dev.chanlint.runtime;

import org.jspecify.annotations.NullMarked;
