/** Runs the linearizability checks. */
@NullMarked
package dev.chanlint.verification;

import org.jspecify.annotations.NullMarked;
