/** Spends a budget on explorations: which entry point next, with which strategy, for how long. */
@NullMarked
package dev.chanlint.analyzer.confirm.search;

import org.jspecify.annotations.NullMarked;
