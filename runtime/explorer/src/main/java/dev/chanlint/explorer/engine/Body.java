package dev.chanlint.explorer.engine;

/** What a goroutine runs. */
@FunctionalInterface
public interface Body {

  /**
   * Runs it.
   *
   * @throws Throwable what is not caught: the goroutine dies of it
   */
  void run() throws Throwable;
}
