package dev.chanlint.model.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The choices of one run: those given, then always the same. */
final class Choices {

  private final List<Integer> given;
  private final int otherwise;
  private final List<Integer> taken = new ArrayList<>();
  private final List<Integer> options = new ArrayList<>();

  Choices(List<Integer> given) {
    this(given, 0);
  }

  Choices(List<Integer> given, int otherwise) {
    this.given = given;
    this.otherwise = otherwise;
  }

  int next(int count) {
    int depth = taken.size();
    int choice = Math.min(depth < given.size() ? given.get(depth) : otherwise, count - 1);
    taken.add(choice);
    options.add(count);
    return choice;
  }

  /** Whether all given choices were made. */
  boolean isBeyondGiven() {
    return taken.size() >= given.size();
  }

  List<Integer> taken() {
    return List.copyOf(taken);
  }

  /** The choices of the next run in depth-first order, or null after the last. */
  @Nullable List<Integer> successor() {
    for (int n = taken.size() - 1; n >= 0; n--) {
      if (taken.get(n) + 1 < options.get(n)) {
        List<Integer> next = new ArrayList<>(taken.subList(0, n));
        next.add(taken.get(n) + 1);
        return next;
      }
    }
    return null;
  }
}
