/**
 * The visible operations: channels, locks, wait groups, monitors, shared variables, threads and
 * time, each as the part of the state that matters to a search and the steps that act on it. Plain
 * Java on the engine's {@code Operation}; knows no type of the runtime, so that it is shared by the
 * runtime's twins (package {@code model}) and by the hooks in instrumented code.
 */
@NullMarked
package dev.chanlint.explorer.operation;

import org.jspecify.annotations.NullMarked;
