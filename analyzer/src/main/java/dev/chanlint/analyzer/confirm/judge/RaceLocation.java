package dev.chanlint.analyzer.confirm.judge;

import dev.chanlint.explorer.Failure;
import dev.chanlint.rules.Finding;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which variable a race is on. A finding says {@code field 'count'}, {@code collection 'jobs'} or
 * {@code an element of 'buffer'}; a failure says {@code Jobs.count}, {@code a collection} or {@code
 * an element of int[]}. Lines often touch several.
 */
final class RaceLocation {

  private static final Pattern FIELD = Pattern.compile("\\bfield '([^']+)'");
  private static final Pattern MET = Pattern.compile("^data race on (.+?): ");

  private RaceLocation() {}

  /** Whether the race can be on the variable that the finding is about. */
  static boolean agree(Finding finding, Failure race) {
    Matcher met = MET.matcher(race.message());
    if (!met.find()) {
      return true;
    }
    String accessed = met.group(1);
    return expected(finding)
        .map(field -> isField(accessed) ? accessed.endsWith("." + field) : !isWhole(accessed))
        .orElseGet(() -> !speaksOfContents(finding) || !isField(accessed));
  }

  private static Optional<String> expected(Finding finding) {
    Matcher field = FIELD.matcher(finding.subject());
    return field.find() ? Optional.of(field.group(1)) : Optional.empty();
  }

  private static boolean speaksOfContents(Finding finding) {
    String subject = finding.subject();
    return subject.startsWith("collection") || subject.contains("element of");
  }

  private static boolean isField(String accessed) {
    return accessed.matches("[\\w$]+(\\.[\\w$]+)+");
  }

  /** A collection or an array, as opposed to a variable that reflection reached. */
  private static boolean isWhole(String accessed) {
    return accessed.equals("a collection") || accessed.contains("element");
  }
}
