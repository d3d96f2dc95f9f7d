package dev.chanlint.analyzer.confirm;

import dev.chanlint.explorer.Strategy;
import dev.chanlint.explorer.Worker;
import java.time.Duration;

/**
 * How hard to look.
 *
 * @param strategy which schedules to run
 * @param time how long at most
 * @param executions how many executions at most
 */
public record Effort(Strategy strategy, Duration time, long executions) {

  private static final int LEAST_STEPS = 10_000;
  private static final int STEPS_A_MILLISECOND = 20;

  /**
   * The most steps of one execution: no more than go well into the time, for an execution is not
   * broken off in the middle.
   *
   * @return at most what an exploration has by default
   */
  public int steps() {
    long fitting = time.toMillis() * STEPS_A_MILLISECOND;
    return (int) Math.clamp(fitting, LEAST_STEPS, Worker.Budget.DEFAULT.maxSteps());
  }
}
