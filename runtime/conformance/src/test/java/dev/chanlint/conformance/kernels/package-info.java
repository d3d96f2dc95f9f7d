/**
 * The kernels of {@code testdata/kernels} and {@code testdata/kernels-own}, explored: each bug is
 * met, each repaired twin is clean.
 */
@NullMarked
package dev.chanlint.conformance.kernels;

import org.jspecify.annotations.NullMarked;
