/** Several sources asked at once, with a deadline. */
@NullMarked
package dev.chanlint.examples.fanout;

import org.jspecify.annotations.NullMarked;
