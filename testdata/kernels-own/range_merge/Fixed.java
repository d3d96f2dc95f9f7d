package range_merge;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.Map;
import java.util.TreeMap;

/**
 * Ranges of keys are neighbours in a list. One splits towards its right neighbour, another merges
 * into its left one, and each locks itself first.
 */
public final class Fixed {

  static final class Range {
    private final Mutex mu = new Mutex();
    private final String start;
    private Range left;
    private Range right;
    private int keys;

    Range(String start, int keys) {
      this.start = start;
      this.keys = keys;
    }
  }

  static final class RangeList {
    private final Map<String, Range> ranges = new TreeMap<>();

    RangeList append(String start, int keys) {
      Range added = new Range(start, keys);
      Range last = null;
      for (Range range : ranges.values()) {
        last = range;
      }
      if (last != null) {
        last.right = added;
        added.left = last;
      }
      ranges.put(start, added);
      return this;
    }

    private void shift(Range from, Range to, int count) {
      from.keys -= count;
      to.keys += count;
    }

    void balance(String start) {
      Range range = ranges.get(start);
      range.mu.lock();
      try {
        Range next = range.right;
        if (next == null) {
          return;
        }
        next.mu.lock();
        shift(range, next, range.keys / 2);
        next.mu.unlock();
      } finally {
        range.mu.unlock();
      }
    }

    void merge(String start) {
      Range range = ranges.get(start);
      Range before = range.left;
      if (before == null) {
        return;
      }
      before.mu.lock();
      try {
        range.mu.lock();
        shift(range, before, range.keys);
        range.mu.unlock();
      } finally {
        before.mu.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          RangeList ranges = new RangeList().append("a", 4).append("m", 2);
          WaitGroup queues = new WaitGroup();
          queues.go(() -> ranges.balance("a"));
          queues.go(() -> ranges.merge("m"));
          queues.await();
        });
  }
}
