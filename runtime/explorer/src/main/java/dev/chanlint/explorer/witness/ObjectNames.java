package dev.chanlint.explorer.witness;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Short names for the objects of one witness, given in the order of their appearance: {@code
 * chan1}, {@code mutex1}. The explorer describes each as what it is and where it was made.
 */
final class ObjectNames {

  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, Integer> used = new LinkedHashMap<>();

  /** The short name of what the explorer describes so. */
  String of(String description) {
    return names.computeIfAbsent(description, this::next);
  }

  /** Short names by description. */
  Map<String, String> all() {
    return names;
  }

  private String next(String description) {
    int end = 0;
    while (end < description.length() && Character.isJavaIdentifierPart(description.charAt(end))) {
      end++;
    }
    String kind =
        end == 0
            ? "object"
            : Character.toLowerCase(description.charAt(0)) + description.substring(1, end);
    return kind + used.merge(kind, 1, Integer::sum);
  }
}
