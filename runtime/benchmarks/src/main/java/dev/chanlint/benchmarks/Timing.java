package dev.chanlint.benchmarks;

import java.time.Duration;

/**
 * How long each measurement of a row takes.
 *
 * @param warmup before it counts
 * @param iteration how long an iteration takes at least
 * @param iterations how many count
 */
record Timing(Duration warmup, Duration iteration, int iterations) {}
