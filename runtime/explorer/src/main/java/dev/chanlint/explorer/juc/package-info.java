/**
 * Models of {@code java.util.concurrent}. Where code under test makes an object of a class of the
 * JDK, instrumentation makes one of the subclass here, which overrides everything that blocks or
 * synchronises with operations of the engine.
 */
@NullMarked
package dev.chanlint.explorer.juc;

import org.jspecify.annotations.NullMarked;
