/**
 * The differential test against Go: concurrent programs made at random, printed as Go and as Java,
 * run with the real Go compiler and with ours. Every outcome that Go or the production engine shows
 * is one that the explorer lists.
 */
@NullMarked
package dev.chanlint.conformance.differential;

import org.jspecify.annotations.NullMarked;
