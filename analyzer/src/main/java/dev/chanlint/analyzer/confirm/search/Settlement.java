package dev.chanlint.analyzer.confirm.search;

import dev.chanlint.analyzer.confirm.judge.Prediction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Tells of each prediction when nothing more will be run that bears on it: it came true in the
 * first looks, once all entry points that reach it had theirs, or all of these are done with. So
 * when a prediction is settled, and with what, does not depend on which thread was first. Safe for
 * use by several threads.
 */
final class Settlement {

  private final Predicate<Prediction> fulfilled;
  private final Consumer<Prediction> settled;
  private final Map<Prediction, Set<String>> open = new HashMap<>();
  private final Set<String> looked = new HashSet<>();
  private final Set<String> done = new HashSet<>();

  /**
   * Prepares one in which all is open.
   *
   * @param quests the entry points
   * @param fulfilled whether a prediction has come true
   * @param settled hears of each prediction once, one at a time
   */
  Settlement(List<Quest> quests, Predicate<Prediction> fulfilled, Consumer<Prediction> settled) {
    this.fulfilled = fulfilled;
    this.settled = settled;
    for (Quest quest : quests) {
      for (Prediction prediction : quest.predictions()) {
        open.computeIfAbsent(prediction, any -> new HashSet<>()).add(quest.entry());
      }
    }
  }

  /** An entry point had its first look, and may get others. */
  synchronized void looked(Quest quest) {
    looked.add(quest.entry());
    settle(quest);
  }

  /** Nothing more is run from an entry point. */
  synchronized void done(Quest quest) {
    looked.add(quest.entry());
    done.add(quest.entry());
    settle(quest);
  }

  private void settle(Quest quest) {
    for (Prediction prediction : quest.predictions()) {
      Set<String> entries = open.get(prediction);
      if (entries != null && isSettled(prediction, entries)) {
        open.remove(prediction);
        settled.accept(prediction);
      }
    }
  }

  private boolean isSettled(Prediction prediction, Set<String> entries) {
    return done.containsAll(entries) || looked.containsAll(entries) && fulfilled.test(prediction);
  }
}
