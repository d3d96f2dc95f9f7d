/**
 * Explores in another JVM, which may hang, run out of memory or crash without harm to this one. The
 * protocol between the two is private to this package.
 */
@NullMarked
package dev.chanlint.explorer.worker;

import org.jspecify.annotations.NullMarked;
