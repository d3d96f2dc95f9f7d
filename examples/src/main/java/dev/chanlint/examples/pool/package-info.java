/** A worker pool that shuts down gracefully. */
@NullMarked
package dev.chanlint.examples.pool;

import org.jspecify.annotations.NullMarked;
