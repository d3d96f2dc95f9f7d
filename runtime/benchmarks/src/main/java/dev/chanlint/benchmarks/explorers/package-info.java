/**
 * The explorer beside its peers: the same programs, explored by each, measured in one session. The
 * command is {@code runtime/benchmarks/explore}.
 */
@NullMarked
package dev.chanlint.benchmarks.explorers;

import org.jspecify.annotations.NullMarked;
