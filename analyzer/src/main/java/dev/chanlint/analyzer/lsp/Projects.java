package dev.chanlint.analyzer.lsp;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The folders that the editor works in, each a project. A file that is in none of them is a project
 * of its own. Safe for use by several threads.
 */
final class Projects implements AutoCloseable {

  private final Analyzer analyzer;
  private final ConcurrentMap<Path, Project> folders = new ConcurrentHashMap<>();
  private final ConcurrentMap<Path, Project> alone = new ConcurrentHashMap<>();

  Projects(Analyzer analyzer, List<Path> roots) {
    this.analyzer = analyzer;
    roots.forEach(this::add);
  }

  /**
   * A project.
   *
   * @param root its folder, or its only file
   * @param linter looks for mistakes in it
   */
  record Project(Path root, Linter linter) {}

  void add(Path folder) {
    open(folder, folders);
  }

  void remove(Path folder) {
    close(folder, folders);
  }

  /** The project of a file: the innermost one around it. */
  Project of(Path file) {
    return around(file).orElseGet(() -> open(file, alone));
  }

  private Optional<Project> around(Path file) {
    return folders.values().stream()
        .filter(project -> file.startsWith(project.root()))
        .max(Comparator.comparingInt(project -> project.root().getNameCount()));
  }

  /** A file is not edited any more; returns whether nothing is to be known of it then. */
  boolean forget(Path file) {
    close(file, alone);
    return around(file).isEmpty();
  }

  private Project open(Path root, ConcurrentMap<Path, Project> projects) {
    return projects.computeIfAbsent(root, path -> new Project(path, analyzer.open(path)));
  }

  private static void close(Path root, ConcurrentMap<Path, Project> projects) {
    Project closed = projects.remove(root);
    if (closed != null) {
      closed.linter().close();
    }
  }

  @Override
  public void close() {
    Map.copyOf(folders).keySet().forEach(folder -> close(folder, folders));
    Map.copyOf(alone).keySet().forEach(file -> close(file, alone));
  }
}
