/** A cache that loads each value once. */
@NullMarked
package dev.chanlint.examples.cache;

import org.jspecify.annotations.NullMarked;
