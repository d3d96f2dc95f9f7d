/** Keeps explorations from one run to the next, as long as what they rest on is the same. */
@NullMarked
package dev.chanlint.analyzer.confirm.cache;

import org.jspecify.annotations.NullMarked;
