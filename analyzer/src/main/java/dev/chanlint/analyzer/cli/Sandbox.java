package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.confirm.EntryExplorer;
import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Schedule;

/** Where a program is run, apart from the analyzer. Safe for use by several threads. */
interface Sandbox extends EntryExplorer, AutoCloseable {

  /**
   * Runs a {@code main} once.
   *
   * @param entry the binary name of its class
   * @param schedule the choices to make
   * @return that one execution
   * @throws UserException if it cannot be run so: the text is no schedule, or the code has changed
   */
  Exploration replay(String entry, Schedule schedule);

  /** Ends the processes. */
  @Override
  void close();
}
