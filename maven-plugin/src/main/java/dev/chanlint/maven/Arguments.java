package dev.chanlint.maven;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of a command line of the analyzer. What is not set is not said. */
final class Arguments {

  private final List<String> words = new ArrayList<>();

  Arguments(String command) {
    words.add(command);
  }

  void add(String word) {
    words.add(word);
  }

  Arguments option(String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      words.add(name);
      words.add(value.toString());
    }
    return this;
  }

  Arguments options(String name, @Nullable List<String> values) {
    if (values != null) {
      values.forEach(value -> option(name, value));
    }
    return this;
  }

  Arguments flag(String name, boolean isSet) {
    if (isSet) {
      words.add(name);
    }
    return this;
  }

  List<String> words() {
    return List.copyOf(words);
  }
}
