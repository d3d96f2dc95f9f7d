/** Inputs that are wrong, or strange, or both: how the tests of robustness come by them. */
@NullMarked
package dev.chanlint.analyzer.fuzz;

import org.jspecify.annotations.NullMarked;
