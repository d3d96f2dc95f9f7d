package dev.chanlint.analyzer.confirm;

import dev.chanlint.explorer.Exploration;
import java.nio.file.Path;
import java.util.List;

/** Explores the schedules of a program's entry points. Safe for use by several threads. */
@FunctionalInterface
public interface EntryExplorer {

  /**
   * Runs an entry point under its schedules.
   *
   * @param request which, and how hard to look
   * @return what was found; where it could not be run, the reason is among its limits
   * @throws InterruptedException if interrupted before the end
   */
  Exploration explore(Request request) throws InterruptedException;

  /**
   * What the entry points run with.
   *
   * @return folders and jars; none if it cannot run anything else than they are
   */
  default List<Path> classPath() {
    return List.of();
  }

  /** Nothing more is wanted: what is asked for from now on need not be explored. */
  default void cancel() {}
}
