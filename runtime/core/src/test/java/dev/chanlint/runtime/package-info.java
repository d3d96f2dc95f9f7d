/** Tests of the runtime beyond the conformance suite: stress, texts, exit status, interrupts. */
@NullMarked
package dev.chanlint.runtime;

import org.jspecify.annotations.NullMarked;
