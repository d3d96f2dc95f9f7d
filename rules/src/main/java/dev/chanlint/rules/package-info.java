/**
 * What the analyzer flags. A rule is a query over the program model; it knows nothing of how that
 * came about.
 */
@NullMarked
package dev.chanlint.rules;

import org.jspecify.annotations.NullMarked;
