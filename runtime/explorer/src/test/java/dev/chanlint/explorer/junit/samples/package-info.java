/** Test classes that tests of the extension have JUnit run. */
@NullMarked
package dev.chanlint.explorer.junit.samples;

import org.jspecify.annotations.NullMarked;
