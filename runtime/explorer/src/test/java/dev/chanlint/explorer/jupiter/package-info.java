/** Tests of JUnit 5 as entry points of an exploration. */
@NullMarked
package dev.chanlint.explorer.jupiter;

import org.jspecify.annotations.NullMarked;
