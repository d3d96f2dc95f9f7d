/**
 * What library classes do, for the abstract machine: the runtime's channels, locks, groups,
 * contexts and timers, and the JDK's threads, locks, atomics and collections as far as concurrent
 * programs lean on them. Each class adds a facet to objects; a facet answers by method name.
 */
@NullMarked
package dev.chanlint.model.library;

import org.jspecify.annotations.NullMarked;
