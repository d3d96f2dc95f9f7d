package dev.chanlint.conformance.differential;

import dev.chanlint.conformance.differential.Outcome.End;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what Go, or the production engine in Go's way, says of a program that failed. */
final class Report {

  private static final String DEADLOCK = "fatal error: all goroutines are asleep - deadlock!";

  private static final Pattern FAILURE =
      Pattern.compile("^(?:panic|fatal error): (?:[\\w.$]+Exception: )?(.*)$", Pattern.MULTILINE);

  /** A goroutine's paragraph: what comes before its state, its state, and its stack. */
  private static final Pattern GOROUTINE =
      Pattern.compile(
          "^goroutine (\\d+)(?: \"(\\d+)\")? \\[([^,\\]]*).*\\]:\\n((?:.+\\n?)*)",
          Pattern.MULTILINE);

  /** A goroutine's function in a stack of Go's. */
  private static final Pattern FUNCTION = Pattern.compile("^main\\.\\(\\*p\\d+\\)\\.g(\\d+)");

  /**
   * The words of newer versions of Go, and of ours, for what Go 1.19 calls {@code semacquire}; the
   * second of two writers waits for a plain mutex in Go. Which of them it is, the trace tells.
   */
  private static final Map<String, String> CANONICAL =
      Map.of(
          "sync.Mutex.Lock", "semacquire",
          "sync.RWMutex.Lock", "semacquire",
          "sync.RWMutex.RLock", "semacquire",
          "sync.WaitGroup.Wait", "semacquire");

  private Report() {}

  /** A state of a goroutine, in words that do not depend on the version of Go. */
  static String canonical(String state) {
    return CANONICAL.getOrDefault(state, state);
  }

  /** What Go's standard error says. */
  static End ofGo(String report) {
    return read(report, Report::byFunction);
  }

  /** What the production engine's exception says. */
  static End ofJava(String report) {
    return read(report, Report::byName);
  }

  private static End read(String report, Function<MatchResult, Integer> number) {
    return report.startsWith(DEADLOCK)
        ? new End.Deadlocked(states(report, number))
        : panic(report, number);
  }

  private static SortedMap<Integer, String> states(
      String report, Function<MatchResult, Integer> number) {
    SortedMap<Integer, String> states = new TreeMap<>();
    GOROUTINE
        .matcher(report)
        .results()
        .forEach(g -> states.put(number.apply(g), canonical(g.group(3))));
    return states;
  }

  private static End panic(String report, Function<MatchResult, Integer> number) {
    Matcher failure = FAILURE.matcher(report);
    Matcher dead = GOROUTINE.matcher(report);
    if (!failure.find() || !dead.find(failure.end())) {
      throw new IllegalArgumentException("not a report: " + report);
    }
    return new End.Panicked(number.apply(dead), failure.group(1));
  }

  private static int byFunction(MatchResult goroutine) {
    return goroutine
        .group(4)
        .lines()
        .map(FUNCTION::matcher)
        .filter(Matcher::find)
        .map(frame -> Integer.parseInt(frame.group(1)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("whose goroutine? " + goroutine.group()));
  }

  /** The main goroutine has no name. */
  private static int byName(MatchResult goroutine) {
    return goroutine.group(2) == null ? 0 : Integer.parseInt(goroutine.group(2));
  }
}
