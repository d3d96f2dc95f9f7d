/** Makes what goes with the command into the distribution. */
@NullMarked
package dev.chanlint.distribution;

import org.jspecify.annotations.NullMarked;
