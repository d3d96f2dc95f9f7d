/**
 * How code under test comes to run under control: a class loader that defines it, and a second copy
 * of the runtime, instrumented while they are loaded. What the instrumented code calls is in {@code
 * dev.chanlint.explorer.hook}; this package alone knows class files.
 */
@NullMarked
package dev.chanlint.explorer.sandbox;

import org.jspecify.annotations.NullMarked;
