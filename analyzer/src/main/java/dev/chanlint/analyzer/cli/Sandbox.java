package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.confirm.EntryExplorer;
import dev.chanlint.explorer.Exploration;
import dev.chanlint.explorer.Schedule;
import dev.chanlint.explorer.Worker;
import java.nio.file.Path;
import java.util.List;

/** Where programs are run, apart from the analyzer. Safe for use by several threads. */
interface Sandbox extends AutoCloseable {

  /**
   * An explorer of a program.
   *
   * @param classpath what it runs with
   */
  EntryExplorer explorer(List<Path> classpath);

  /**
   * Runs a {@code main} or a test under its schedules.
   *
   * @param classpath what it runs with
   * @param entry the binary name of a class with a {@code main}, or {@code Class#method}
   * @param budget which schedules, and how many
   * @return what was found; where it could not be run, the reason is among its limits
   * @throws InterruptedException if interrupted before the end
   */
  Exploration explore(List<Path> classpath, String entry, Worker.Budget budget)
      throws InterruptedException;

  /**
   * Runs a {@code main} or a test once.
   *
   * @param classpath what it runs with
   * @param entry the binary name of a class with a {@code main}, or {@code Class#method}
   * @param schedule the choices to make
   * @return that one execution
   * @throws UserException if it cannot be run so: the text is no schedule, or the code has changed
   * @throws InterruptedException if interrupted before the end
   */
  Exploration replay(List<Path> classpath, String entry, Schedule schedule)
      throws InterruptedException;

  /** Ends the processes. */
  @Override
  void close();
}
