package dev.chanlint.analyzer.confirm.judge;

import dev.chanlint.analyzer.confirm.SourceMap;
import dev.chanlint.model.code.Position;
import dev.chanlint.rules.Finding;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The objects that a finding is about, by where they are made: it names the places, and an
 * execution tells of each object where it was made.
 *
 * @param made where the finding's objects are made; empty if it does not say
 */
record Subjects(List<Position> made) {

  private static final String MADE = "made here";
  private static final Pattern MADE_AT = Pattern.compile(" made at (\\S+):(\\d+)");

  static Subjects of(Finding finding) {
    return new Subjects(
        finding.related().stream()
            .filter(related -> related.message().endsWith(MADE))
            .map(Finding.Related::at)
            .toList());
  }

  /** Whether an object is one of them, or either side does not tell where its objects are made. */
  boolean mayInclude(String object) {
    Matcher matcher = MADE_AT.matcher(object);
    return made.isEmpty() || !matcher.find() || isMadeAt(matcher);
  }

  /** Whether an object is known to be one of them. */
  boolean include(String object) {
    Matcher matcher = MADE_AT.matcher(object);
    return matcher.find() && isMadeAt(matcher);
  }

  private boolean isMadeAt(Matcher place) {
    int line = Integer.parseInt(place.group(2));
    return made.stream()
        .filter(at -> SourceMap.simpleName(at.file()).equals(place.group(1)))
        .anyMatch(at -> at.line() <= line && line <= at.endLine());
  }
}
