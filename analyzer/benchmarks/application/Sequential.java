import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Keeps widgets. */
public class Sequential {

  /** What is kept. */
  public record Widget(String name, int amount, List<String> tags) {}

  /** How far one is. */
  public enum Stage {
    OPEN,
    HELD,
    DONE
  }

  private final List<Widget> widgets = new ArrayList<>();
  private final Map<String, Integer> amounts = new HashMap<>();
  private final int seed;

  public Sequential(int seed) {
    this.seed = seed;
  }

  public void add(String name, int amount) {
    widgets.add(new Widget(name, amount, List.of(name, "tag" + amount)));
    amounts.merge(name, amount, Integer::sum);
  }

  // method
  private long weigh(int depth) {
    long sum = 11;
    for (Widget widget : widgets) {
      if (widget.amount() > depth && !widget.tags().isEmpty()) {
        sum += widget.amount() * 7L;
      } else {
        sum -= widget.name().length();
      }
    }
    return switch (depth % 3) {
      case 0 -> sum + widgets.size();
      case 1 -> sum << 1;
      default -> sum % 97;
    };
  }

  // method
  private long label(int depth) {
    StringBuilder label = new StringBuilder();
    for (int n = 0; n < depth; n++) {
      label.append(n == 0 ? "" : ", ").append("widget").append(n * 13);
    }
    return label.append(amounts.getOrDefault("first", seed)).length();
  }

  // method
  private long grouped(int depth) {
    Map<Integer, List<Widget>> groups =
        widgets.stream().collect(Collectors.groupingBy(widget -> widget.amount() % 5));
    return groups.values().stream().mapToLong(List::size).max().orElse(depth);
  }

  // method
  private long ranked(int depth) {
    List<Widget> ranked = new ArrayList<>(widgets);
    ranked.sort(Comparator.comparingInt(Widget::amount).thenComparing(Widget::name));
    long place = 0;
    for (Widget widget : ranked) {
      place += widget.amount() >= depth ? 1 : 0;
    }
    return place * 3;
  }

  // method
  private long parsed(int depth) {
    String text = "17;29;x" + depth + ";" + seed;
    long sum = 0;
    for (String part : text.split(";")) {
      try {
        sum += Integer.parseInt(part);
      } catch (NumberFormatException e) {
        sum -= part.length();
      }
    }
    return sum;
  }

  // method
  private long staged(int depth) {
    Map<Stage, Integer> counts = new EnumMap<>(Stage.class);
    for (Widget widget : widgets) {
      counts.merge(stageOf(widget, depth), 1, Integer::sum);
    }
    return counts.getOrDefault(Stage.DONE, 0) * 19L + counts.size();
  }

  private static Stage stageOf(Widget widget, int depth) {
    if (widget.amount() < depth) {
      return Stage.OPEN;
    }
    return widget.tags().size() > 2 ? Stage.HELD : Stage.DONE;
  }

  // method
  private long visited(int depth) {
    Deque<Integer> open = new ArrayDeque<>(List.of(seed));
    long visited = 0;
    while (!open.isEmpty() && visited < 31) {
      int next = open.pop();
      visited++;
      if (next % 2 == 0) {
        open.push(next / 2 + depth);
      } else if (next < 37) {
        open.push(next * 3 + 1);
      }
    }
    return visited;
  }

  // method
  private long matched(int depth) {
    Predicate<Widget> large = widget -> widget.amount() > depth * 5;
    Predicate<Widget> tagged = widget -> widget.tags().contains("tag" + depth);
    return widgets.stream().filter(large.or(tagged.negate())).count();
  }

  // method
  private long balanced(int depth) {
    int open = 0;
    for (char each : ("(widget[" + depth + "])" + seed).toCharArray()) {
      switch (each) {
        case '(', '[' -> open++;
        case ')', ']' -> open--;
        default -> {}
      }
      if (open < 0) {
        throw new IllegalStateException("unbalanced at " + each);
      }
    }
    return open;
  }

  // method
  private long largest(int depth) {
    Optional<Widget> largest = widgets.stream().max(Comparator.comparingInt(Widget::amount));
    return largest.map(Widget::amount).filter(amount -> amount > depth).orElse(23);
  }

  // method
  private long sorted(int depth) {
    int[] values = new int[depth + 9];
    for (int n = 0; n < values.length; n++) {
      values[n] = (n * 41 + seed) % 43;
    }
    for (int n = 1; n < values.length; n++) {
      int value = values[n];
      int at = n - 1;
      while (at >= 0 && values[at] > value) {
        values[at + 1] = values[at];
        at--;
      }
      values[at + 1] = value;
    }
    return values[values.length / 2];
  }

  // method
  private long listed(int depth) {
    StringJoiner list = new StringJoiner(", ", "[", "]");
    for (Map.Entry<String, Integer> each : new TreeMap<>(amounts).entrySet()) {
      if (each.getValue() != depth) {
        list.add(each.getKey() + "=" + each.getValue());
      }
    }
    return list.length();
  }

  // method
  private long chained(int depth) {
    long hash = 1469598103L;
    for (int n = 0; n <= depth; n++) {
      hash ^= (long) n * 53;
      hash *= 1099511L;
      hash = Long.rotateLeft(hash, 7) ^ amounts.hashCode();
    }
    return hash % 1009;
  }

  // method
  private long planned(int depth) {
    int width = 11;
    long[] row = new long[width];
    for (int round = 0; round <= depth; round++) {
      row[0] = 1;
      for (int column = 1; column < width; column++) {
        row[column] = row[column] + row[column - 1] % 101;
      }
    }
    return row[width - 1];
  }

  // end
}
