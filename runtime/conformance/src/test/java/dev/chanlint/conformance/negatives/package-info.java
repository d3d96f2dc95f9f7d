/** The right programs of {@code testdata/negatives}, explored: none of them shows a fault. */
@NullMarked
package dev.chanlint.conformance.negatives;

import org.jspecify.annotations.NullMarked;
