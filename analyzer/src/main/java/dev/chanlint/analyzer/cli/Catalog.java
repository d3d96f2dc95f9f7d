package dev.chanlint.analyzer.cli;

import static java.util.Objects.requireNonNull;

import dev.chanlint.analyzer.report.RuleInfo;
import dev.chanlint.rules.Fault;
import dev.chanlint.rules.Level;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that can be reported: the rules, for each fault what is met without being predicted, and
 * suppressions that are of no use.
 */
final class Catalog {

  /** The id of what is reported of a suppression that suppresses nothing. */
  static final String UNUSED_SUPPRESSION = "unused-suppression";

  private Catalog() {}

  /** What to say of each, by id. A rule's page is read when it is first asked for. */
  static Map<String, RuleInfo> of(Services services) {
    Map<String, Supplier<RuleInfo>> described = new LinkedHashMap<>();
    services.rules().forEach(rule -> described.put(rule.id(), () -> services.describe(rule)));
    for (Fault fault : Fault.values()) {
      described.put(id(fault), () -> explored(fault));
    }
    described.put(UNUSED_SUPPRESSION, Catalog::unusedSuppression);
    return new OnDemand(Map.copyOf(described));
  }

  /** Values that are made when they are first asked for. */
  private static final class OnDemand extends AbstractMap<String, RuleInfo> {

    private final Map<String, Supplier<RuleInfo>> makers;
    private final Map<String, RuleInfo> made = new ConcurrentHashMap<>();

    OnDemand(Map<String, Supplier<RuleInfo>> makers) {
      this.makers = makers;
    }

    @Override
    public @Nullable RuleInfo get(Object key) {
      Supplier<RuleInfo> maker = makers.get(key);
      return maker == null ? null : made.computeIfAbsent((String) key, id -> maker.get());
    }

    @Override
    public boolean containsKey(Object key) {
      return makers.containsKey(key);
    }

    @Override
    public Set<String> keySet() {
      return makers.keySet();
    }

    @Override
    public Set<Entry<String, RuleInfo>> entrySet() {
      return makers.keySet().stream()
          .map(id -> Map.entry(id, requireNonNull(get(id))))
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  private static RuleInfo unusedSuppression() {
    String summary = "A suppression that suppresses nothing.";
    String page =
        """
        # %s

        %s

        The mistake was mended, or the rule or the line is not the right one. Left where it is, it
        would hide the next mistake of its kind. Take it out.
        """
            .formatted(UNUSED_SUPPRESSION, summary);
    return new RuleInfo(
        UNUSED_SUPPRESSION, RuleInfo.SUPPRESSION, Level.WARNING, summary, page, List.of());
  }

  private static String id(Fault fault) {
    return "explored-" + fault.word();
  }

  private static RuleInfo explored(Fault fault) {
    String id = id(fault);
    String summary = "Exploring the program met a fault that no rule predicted: " + meaning(fault);
    String page =
        "# "
            + id
            + "\n\n"
            + summary
            + "\n\n"
            + "There is no rule to explain how it comes about; the witness shows it step by"
            + " step.\n";
    return new RuleInfo(id, RuleInfo.EXPLORED, Level.ERROR, summary, page, cwes(fault));
  }

  private static String meaning(Fault fault) {
    return switch (fault) {
      case DEADLOCK -> "nothing can run and the main goroutine is blocked.";
      case LEAK -> "the main goroutine has returned and another is blocked for good.";
      case PANIC -> "a goroutine died of an exception that it did not catch.";
      case RACE -> "two conflicting accesses that happens-before does not order.";
      case LIVELOCK -> "a cycle of states without progress.";
      case ABANDONED -> "the main goroutine returned while another could still run.";
    };
  }

  private static List<Integer> cwes(Fault fault) {
    return switch (fault) {
      case DEADLOCK -> List.of(833);
      case LEAK -> List.of(772);
      case PANIC -> List.of(248);
      case RACE -> List.of(362);
      case LIVELOCK -> List.of(835);
      case ABANDONED -> List.of(404);
    };
  }
}
