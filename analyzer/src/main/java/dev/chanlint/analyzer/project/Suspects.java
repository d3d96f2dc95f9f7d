package dev.chanlint.analyzer.project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Finds out which of several files a compiler cannot stand, by giving it fewer and fewer. */
public final class Suspects {

  private final Consumer<List<SourceFile>> work;

  /**
   * Suspects of failing work.
   *
   * @param work what fails, by a runtime exception or a stack overflow, if some files are among
   *     those it is given
   */
  public Suspects(Consumer<List<SourceFile>> work) {
    this.work = work;
  }

  /**
   * The files with which the work fails. They are found by halving: those that it fails with alone,
   * or if it fails with none alone, the last one.
   *
   * @param files with which it failed
   * @param why how it failed
   * @return one file at least, each with how the work failed
   */
  public Map<SourceFile, Throwable> among(List<SourceFile> files, Throwable why) {
    if (files.size() == 1) {
      return Map.of(files.getFirst(), why);
    }
    Map<SourceFile, Throwable> breaking = new LinkedHashMap<>();
    int half = files.size() / 2;
    for (List<SourceFile> part :
        List.of(files.subList(0, half), files.subList(half, files.size()))) {
      try {
        work.accept(part);
      } catch (RuntimeException | StackOverflowError e) {
        breaking.putAll(among(part, e));
      }
    }
    return breaking.isEmpty() ? Map.of(files.getLast(), why) : breaking;
  }
}
