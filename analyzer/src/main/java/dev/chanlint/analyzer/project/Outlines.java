package dev.chanlint.analyzer.project;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The outlines of a project's files, kept from one look to the next: a file is read again when its
 * size or time is another. Not safe for use by several threads.
 */
final class Outlines {

  private Map<SourceFile, Kept> kept = Map.of();

  /** What a file was just before it was read. */
  private record State(long size, FileTime time) {

    static State of(SourceFile file) throws ProjectException {
      try {
        BasicFileAttributes attributes =
            Files.readAttributes(file.path(), BasicFileAttributes.class);
        return new State(attributes.size(), attributes.lastModifiedTime());
      } catch (IOException e) {
        throw new ProjectException("cannot be read: " + e);
      }
    }
  }

  private record Kept(State state, Outline outline) {}

  /**
   * The outlines of files, in their order. Those of others are forgotten.
   *
   * @throws ProjectException if one cannot be read
   */
  List<Outline> of(List<SourceFile> files) throws ProjectException {
    Map<SourceFile, Kept> now = new HashMap<>();
    Map<SourceFile, State> changed = new LinkedHashMap<>();
    for (SourceFile file : files) {
      State state = State.of(file);
      Kept before = kept.get(file);
      if (before != null && before.state().equals(state)) {
        now.put(file, before);
      } else {
        changed.put(file, state);
      }
    }
    for (Outline read : Outline.of(List.copyOf(changed.keySet()))) {
      now.put(read.file(), new Kept(requireNonNull(changed.get(read.file())), read));
    }
    kept = now;
    List<Outline> outlines = new ArrayList<>();
    files.forEach(file -> outlines.add(requireNonNull(now.get(file)).outline()));
    return outlines;
  }
}
