package dev.chanlint.analyzer.confirm.judge;

import dev.chanlint.analyzer.confirm.SourceMap;
import dev.chanlint.rules.Finding;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The objects that a finding is about, by where they are made: it names the places, and an
 * execution tells of each object where it was made.
 *
 * @param made where the finding's objects are made, with what it calls them; empty if it does not
 *     say
 */
record Subjects(List<Finding.Related> made) {

  private static final String MADE = "made here";
  private static final Pattern MADE_AT = Pattern.compile(" made at (\\S+):(\\d+)");

  /**
   * What a finding and an execution call the same kind. What is built of other objects, such as an
   * {@code ErrGroup}, waits on one of those, which is made elsewhere.
   */
  private static final Map<String, String> KINDS =
      Map.of("chan", "channel", "Mutex", "lock", "RWMutex", "lock", "WaitGroup", "WaitGroup");

  static Subjects of(Finding finding) {
    return new Subjects(
        finding.related().stream().filter(related -> related.message().endsWith(MADE)).toList());
  }

  /** Whether an object is one of them, or it cannot be told. */
  boolean mayInclude(String object) {
    Matcher place = MADE_AT.matcher(object);
    if (!place.find()) {
      return true;
    }
    String kind = KINDS.get(object.substring(0, place.start()));
    List<Finding.Related> alike =
        kind == null
            ? List.of()
            : made.stream().filter(one -> one.message().contains(kind)).toList();
    return alike.isEmpty() || alike.stream().anyMatch(one -> isAt(one, place));
  }

  /** Whether an object is known to be one of them. */
  boolean include(String object) {
    Matcher place = MADE_AT.matcher(object);
    return place.find() && made.stream().anyMatch(one -> isAt(one, place));
  }

  private static boolean isAt(Finding.Related made, Matcher place) {
    int line = Integer.parseInt(place.group(2));
    return SourceMap.simpleName(made.at().file()).equals(place.group(1))
        && made.at().line() <= line
        && line <= made.at().endLine();
  }
}
