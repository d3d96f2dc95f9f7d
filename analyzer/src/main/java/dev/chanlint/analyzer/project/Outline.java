package dev.chanlint.analyzer.project;

import dev.chanlint.analyzer.cache.Key;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What the tokens of a file tell, without parsing it.
 *
 * @param file the file
 * @param packageName its package, empty if it names none
 * @param types the binary names of the types at its top
 * @param words its identifiers and keywords
 * @param hasImplicitClass whether methods or fields stand at its top, which the compiler puts in a
 *     class named after the file
 * @param digest the digest of its content
 * @param isBalanced whether each bracket has its partner; where one has not, the rest of what is
 *     here is not to be relied on
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares outlines.
record Outline(
    SourceFile file,
    String packageName,
    Set<String> types,
    Set<String> words,
    boolean hasImplicitClass,
    byte[] digest,
    boolean isBalanced) {

  /**
   * Reads the outlines of files.
   *
   * @throws ProjectException if one cannot be read
   */
  static List<Outline> of(List<SourceFile> files) throws ProjectException {
    Map<String, String> names = new HashMap<>();
    UnaryOperator<String> shared = word -> names.computeIfAbsent(word, Function.identity());
    try {
      return files.stream().map(file -> of(file, shared)).toList();
    } catch (UncheckedIOException e) {
      throw new ProjectException("cannot be read: " + e.getCause());
    }
  }

  private static Outline of(SourceFile file, UnaryOperator<String> shared) {
    try {
      byte[] content = Files.readAllBytes(file.path());
      String text = new String(content, StandardCharsets.UTF_8);
      return new Scanner(file, text, shared).outline(Key.digest(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
