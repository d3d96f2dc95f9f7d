/** What the explorer finds possible for the programs of {@code testdata/seeds}. */
@NullMarked
package dev.chanlint.conformance.seeds;

import org.jspecify.annotations.NullMarked;
