package dev.chanlint.explorer;

import java.util.List;

/**
 * What the steps of an execution have in common with those of the same code compiled another time:
 * who does what, on what kind of object, in which method. Lines, which move when code above them
 * changes, do not count.
 */
final class Fingerprint {

  private static final String MADE_AT = " made at ";

  private Fingerprint() {}

  /** The fingerprint of the steps. */
  static int of(List<Step> steps) {
    return steps.stream().map(Fingerprint::essence).toList().hashCode();
  }

  private static List<Object> essence(Step step) {
    return List.of(
        step.goroutine(),
        step.partner(),
        step.operation(),
        kind(step.object()),
        step.stack().stream().limit(1).map(Site::essence).toList());
  }

  private static String kind(String object) {
    int made = object.indexOf(MADE_AT);
    return made < 0 ? object : object.substring(0, made);
  }
}
