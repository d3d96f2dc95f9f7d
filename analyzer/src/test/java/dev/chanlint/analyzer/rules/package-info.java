/**
 * The rules held against sources: their pages' examples, seed programs, kernels, right programs.
 */
@NullMarked
package dev.chanlint.analyzer.rules;

import org.jspecify.annotations.NullMarked;
