package dev.chanlint.analyzer.confirm.judge;

import dev.chanlint.explorer.Failure;
import dev.chanlint.explorer.GoroutineReport;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What rules expect of a fault beyond its kind and place: the words of Go for it. */
final class Expectations {

  private static final List<String> CLOSED = List.of("closed channel", "nil channel");

  /** The panics that rules speak of, by parts of their messages in lower case. */
  private static final Map<String, List<String>> PANICS =
      Map.of(
          "close-twice", List.of("close of closed channel"),
          "close-nil", List.of("close of nil channel"),
          "close-by-consumer", CLOSED,
          "close-before-send", List.of("send on closed channel"),
          "misuse-unlock-not-held", List.of("unlock", "illegalmonitorstateexception"),
          "misuse-waitgroup", List.of("waitgroup"),
          "misuse-ignored-close", List.of("nullpointerexception", "nosuchelementexception"));

  /** What a goroutine that a rule speaks of does not wait in, by parts of Go's words. */
  private static final Map<String, List<String>> NOT_WAITING =
      Map.of(
          "leak-send", List.of("chan receive"),
          "leak-receive", List.of("chan send"),
          "close-missing", List.of("chan send"));

  private Expectations() {}

  /** Whether a panic is of the kind that the rule speaks of. */
  static boolean isPanicOf(String rule, Failure panic) {
    List<String> words = PANICS.getOrDefault(rule, List.of());
    String message = panic.message().toLowerCase(Locale.ROOT);
    return words.isEmpty() || words.stream().anyMatch(message::contains);
  }

  /** Whether a goroutine waits in the way that the rule speaks of. */
  static boolean isWaitOf(String rule, GoroutineReport stuck) {
    return NOT_WAITING.getOrDefault(rule, List.of()).stream().noneMatch(stuck.state()::contains);
  }
}
