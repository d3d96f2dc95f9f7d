/**
 * The runtime beside its peers: the same programs, written with each, measured in one session. The
 * command is {@code runtime/benchmarks/run}.
 */
@NullMarked
package dev.chanlint.benchmarks;

import org.jspecify.annotations.NullMarked;
