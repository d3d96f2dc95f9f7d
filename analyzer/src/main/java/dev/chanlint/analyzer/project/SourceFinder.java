package dev.chanlint.analyzer.project;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the source files that a user's paths mean. */
final class SourceFinder {

  private static final Set<String> BUILD_FOLDERS = Set.of("target", "build");

  private final Map<Path, SourceFile> found = new LinkedHashMap<>();

  private SourceFinder() {}

  /**
   * The source files at and under paths, each once.
   *
   * @throws ProjectException if a path is not there, is no source, or has none under it
   */
  static List<SourceFile> find(List<String> paths) throws ProjectException {
    SourceFinder finder = new SourceFinder();
    for (String path : paths) {
      finder.add(path);
    }
    return List.copyOf(finder.found.values());
  }

  /**
   * The source files that there are at and under paths, each once.
   *
   * @throws ProjectException if a path is neither a folder nor a source
   */
  static List<SourceFile> present(List<String> paths) throws ProjectException {
    SourceFinder finder = new SourceFinder();
    for (String name : paths) {
      Path path = Path.of(name);
      if (Files.isDirectory(path)) {
        finder.addAll(path);
      } else if (Files.exists(path)) {
        finder.add(name);
      }
    }
    return List.copyOf(finder.found.values());
  }

  private void add(String name) throws ProjectException {
    Path path = Path.of(name);
    if (Files.isDirectory(path)) {
      addFolder(path);
    } else if (!Files.exists(path)) {
      throw new ProjectException(name + ": no such file or folder");
    } else if (!name.endsWith(".java")) {
      throw new ProjectException(name + ": not a Java source file");
    } else {
      addFile(path);
    }
  }

  private void addFolder(Path folder) throws ProjectException {
    if (addAll(folder) == 0) {
      throw new ProjectException(folder + ": no Java source files in this folder");
    }
  }

  /** How many a folder has. */
  private int addAll(Path folder) throws ProjectException {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(folder, new Collector(folder, files));
    } catch (IOException e) {
      throw new ProjectException(folder + ": cannot be read: " + e);
    }
    files.sort(Comparator.naturalOrder());
    files.forEach(this::addFile);
    return files.size();
  }

  private void addFile(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    String name = path.normalize().toString().replace('\\', '/');
    found.putIfAbsent(absolute, new SourceFile(absolute, name));
  }

  private static final class Collector extends SimpleFileVisitor<Path> {

    private final Path root;
    private final List<Path> files;

    Collector(Path root, List<Path> files) {
      this.root = root;
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      boolean skipped = !folder.equals(root) && (isHidden(folder) || isBuildFolder(folder));
      return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      String name = file.getFileName().toString();
      // A module's declaration is not code, and would hide the class path from the compiler.
      if (name.endsWith(".java")
          && !name.equals("module-info.java")
          && (attributes.isRegularFile() || leadsToOneInside(file))) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    /** A link may lead to what nobody gave to be read, and reports show lines of sources. */
    private boolean leadsToOneInside(Path file) throws IOException {
      return Files.isRegularFile(file) && file.toRealPath().startsWith(root.toRealPath());
    }

    private static boolean isHidden(Path folder) {
      return folder.getFileName().toString().startsWith(".");
    }

    /** A folder of that name that holds sources itself is a package. */
    private static boolean isBuildFolder(Path folder) throws IOException {
      if (!BUILD_FOLDERS.contains(folder.getFileName().toString())) {
        return false;
      }
      try (Stream<Path> children = Files.list(folder)) {
        return children.noneMatch(child -> child.toString().endsWith(".java"));
      }
    }
  }
}
