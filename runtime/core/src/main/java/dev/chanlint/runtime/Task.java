package dev.chanlint.runtime;

/** What a goroutine runs: a block that may throw; what follows {@code go} in Go. */
@FunctionalInterface
public interface Task {

  /**
   * Runs the body.
   *
   * @throws Exception whatever the body does not catch; in a goroutine that is a panic
   */
  void run() throws Exception;
}
