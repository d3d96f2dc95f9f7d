/**
 * Mutation of right programs: what the analyzer and the explorer make of each with one
 * synchronisation taken out.
 */
@NullMarked
package dev.chanlint.analyzer.mutants;

import org.jspecify.annotations.NullMarked;
