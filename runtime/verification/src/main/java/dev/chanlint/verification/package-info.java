/**
 * Whether channels are linearizable. A {@link dev.chanlint.verification.Program} says which
 * operations goroutines perform on some channels, a {@link dev.chanlint.verification.Recorder} runs
 * it and notes when each operation began, ended, and with what, and a {@link
 * dev.chanlint.verification.Linearization} is looked for that explains the {@link
 * dev.chanlint.verification.History} by the {@link dev.chanlint.verification.Channels}, which is
 * Go's specification written plainly.
 */
@NullMarked
package dev.chanlint.verification;

import org.jspecify.annotations.NullMarked;
