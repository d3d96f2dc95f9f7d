package dev.chanlint.analyzer.lsp;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The texts that are open in the editor. Safe for use by several threads. */
final class Texts {

  private final Map<Path, Text> open = new ConcurrentHashMap<>();

  /**
   * A text.
   *
   * @param uri what the editor calls it
   * @param content the text itself
   */
  record Text(String uri, String content) {}

  void put(Path file, Text text) {
    open.put(file, text);
  }

  void remove(Path file) {
    open.remove(file);
  }

  Optional<Text> of(Path file) {
    return Optional.ofNullable(open.get(file));
  }

  /** What is open. */
  List<Path> files() {
    return List.copyOf(open.keySet());
  }

  /** What the editor calls a file, open or not. */
  String uri(Path file) {
    return of(file).map(Text::uri).orElseGet(() -> file.toUri().toString());
  }

  /** The texts as they are now, in a folder or a file. */
  Map<Path, String> under(Path root) {
    Map<Path, String> contents = new HashMap<>();
    open.forEach(
        (file, text) -> {
          if (file.startsWith(root)) {
            contents.put(file, text.content());
          }
        });
    return Map.copyOf(contents);
  }
}
