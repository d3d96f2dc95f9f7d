package dev.chanlint.analyzer.lsp;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks for mistakes in a project. Paths are absolute and normalised. */
public interface Linter extends AutoCloseable {

  /**
   * Looks at a file and what it has to do with; runs nothing. Not for several threads at once.
   *
   * @param file the file
   * @param unsaved texts that are not as they are on disk
   * @return what was found
   * @throws LinterException if the user must put something right first
   * @throws InterruptedException if interrupted
   */
  Look look(Path file, Map<Path, String> unsaved) throws LinterException, InterruptedException;

  /**
   * Has a finding confirmed or refuted, as {@code chanlint check} would. May go on while others
   * look.
   *
   * @param file the file that it is in
   * @param unsaved texts that are not as they are on disk
   * @param fingerprint the finding's
   * @param progress hears how far it is
   * @return what came of it; empty if there is no such finding
   * @throws LinterException if it cannot be run
   * @throws InterruptedException if interrupted
   */
  Optional<Ran> run(
      Path file, Map<Path, String> unsaved, String fingerprint, Consumer<String> progress)
      throws LinterException, InterruptedException;

  /** Forgets the project. */
  @Override
  void close();
}
