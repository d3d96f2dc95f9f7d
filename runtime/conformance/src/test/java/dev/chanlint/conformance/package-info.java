/** Runs the suite on each engine. */
@NullMarked
package dev.chanlint.conformance;

import org.jspecify.annotations.NullMarked;
