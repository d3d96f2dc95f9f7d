/**
 * The searches: which schedules to run, one after another. A search sees what can be done in each
 * state and what depends on what; it knows no operation and no execution.
 */
@NullMarked
package dev.chanlint.explorer.search;

import org.jspecify.annotations.NullMarked;
