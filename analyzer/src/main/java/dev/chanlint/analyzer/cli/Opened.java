package dev.chanlint.analyzer.cli;

import java.util.List;

/** A project that is being edited. Not safe for use by several threads. */
interface Opened extends AutoCloseable {

  /**
   * Reads what a file has to do with.
   *
   * @param file its name
   * @param unsaved files that are not as they are on disk; they need not be there
   * @throws UserException if the project cannot be read
   */
  Surroundings around(String file, List<Unsaved> unsaved);

  /** Forgets all of it; what was read around a file cannot be built any more. */
  @Override
  void close();
}
