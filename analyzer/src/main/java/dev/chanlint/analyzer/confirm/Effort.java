package dev.chanlint.analyzer.confirm;

import dev.chanlint.explorer.Strategy;
import java.time.Duration;

/**
 * How hard to look.
 *
 * @param strategy which schedules to run
 * @param time how long at most
 * @param executions how many executions at most
 */
public record Effort(Strategy strategy, Duration time, long executions) {}
