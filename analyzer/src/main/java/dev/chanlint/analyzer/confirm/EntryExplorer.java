package dev.chanlint.analyzer.confirm;

import dev.chanlint.explorer.Exploration;

/** Explores the schedules of a program's entry points. Safe for use by several threads. */
@FunctionalInterface
public interface EntryExplorer {

  /**
   * Runs a {@code main} under its schedules.
   *
   * @param entry the binary name of the class that has it
   * @param budget what it may cost
   * @return what was found; where it could not be run, the reason is among its limits
   * @throws InterruptedException if interrupted before the end
   */
  Exploration explore(String entry, Budget budget) throws InterruptedException;
}
