/** {@link dev.chanlint.explorer.junit.ExploreTest}: JUnit 5 tests that run under every schedule. */
@NullMarked
package dev.chanlint.explorer.junit;

import org.jspecify.annotations.NullMarked;
