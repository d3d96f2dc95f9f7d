package dev.chanlint.analyzer.cli;

import dev.chanlint.analyzer.project.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the texts of files that are not saved are kept while they are read, for parsers read files.
 * Each text is in a folder of its own, as its file's name must go with its class, and never changes
 * in its place. What is left goes when the JVM ends.
 */
final class Drafts implements AutoCloseable {

  private final Path folder;
  private final Thread cleaner = new Thread(this::delete, "drafts");
  private Map<Unsaved, SourceFile> kept = Map.of();
  private int written;

  Drafts() {
    try {
      folder = Files.createTempDirectory("chanlint-unsaved").toRealPath();
    } catch (IOException e) {
      throw failure(e);
    }
    Runtime.getRuntime().addShutdownHook(cleaner);
  }

  /**
   * Keeps these texts, and no others.
   *
   * @return the files that stand for them
   * @throws UserException if one is not called as a Java source file is, or cannot be written
   */
  List<SourceFile> keep(List<Unsaved> texts) {
    Map<Unsaved, SourceFile> now = new LinkedHashMap<>();
    for (Unsaved text : texts) {
      SourceFile before = kept.get(text);
      now.put(text, before == null ? write(text) : before);
    }
    kept.values().stream().filter(file -> !now.containsValue(file)).forEach(Drafts::delete);
    kept = now;
    return List.copyOf(now.values());
  }

  private SourceFile write(Unsaved text) {
    Path simpleName = Path.of(text.name()).getFileName();
    if (simpleName == null || !simpleName.toString().endsWith(".java")) {
      throw new UserException(
          "--stdin-filename " + text.name() + ": not the name of a Java source file");
    }
    try {
      Path own = Files.createDirectory(folder.resolve(String.valueOf(written++)));
      Path file = Files.writeString(own.resolve(simpleName), text.text());
      return new SourceFile(file, Path.of(text.name()).normalize().toString().replace('\\', '/'));
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private static UserException failure(IOException e) {
    return new UserException("an unsaved file cannot be kept: " + e, e);
  }

  private static void delete(SourceFile draft) {
    delete(draft.path().resolveSibling(""));
  }

  private void delete() {
    delete(folder);
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException _) {
      // It is temporary: the system deletes what is left.
    }
  }

  @Override
  public void close() {
    delete();
    try {
      Runtime.getRuntime().removeShutdownHook(cleaner);
    } catch (IllegalStateException _) {
      // It runs already.
    }
  }
}
