/**
 * What the runtime must hold, as small programs. Each is a static method that an engine can run on
 * its own, so the same programs run for real and under the schedule explorer. They use the
 * runtime's public API and nothing of an engine, never look at a clock, and end every goroutine
 * that they start unless they are to fail.
 */
@NullMarked
package dev.chanlint.conformance;

import org.jspecify.annotations.NullMarked;
