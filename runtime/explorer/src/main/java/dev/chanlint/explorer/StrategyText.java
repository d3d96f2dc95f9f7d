package dev.chanlint.explorer;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Strategies as text; see {@link Strategy#parse}. */
final class StrategyText {

  private static final Pattern CALL = Pattern.compile("([a-z]+)(?:\\((.*)\\))?");
  private static final Pattern PLACE = Pattern.compile("([^:,\\s]+):(\\d{1,9})");

  private StrategyText() {}

  static Strategy parse(String text) {
    Matcher call = CALL.matcher(text.strip());
    if (!call.matches()) {
      throw unknown(text, "");
    }
    List<String> arguments =
        call.group(2) == null
            ? List.of()
            : Arrays.stream(call.group(2).split(",", -1)).map(String::strip).toList();
    try {
      return strategy(text, call.group(1), arguments);
    } catch (NumberFormatException e) {
      throw unknown(text, "");
    } catch (IllegalArgumentException e) {
      throw unknown(text, ": " + e.getMessage());
    }
  }

  private static Strategy strategy(String text, String name, List<String> arguments) {
    int count = arguments.size();
    if (name.equals("dpor") && count == 0) {
      return Strategy.dpor();
    } else if (name.equals("naive") && count == 0) {
      return Strategy.naive();
    } else if (name.equals("random") && count <= 1) {
      return Strategy.random(seed(arguments, 0));
    } else if (name.equals("pct") && count >= 1 && count <= 2) {
      return Strategy.pct(Integer.parseInt(arguments.getFirst()), seed(arguments, 1));
    } else if (name.equals("bounded") && count == 1) {
      return Strategy.bounded(Integer.parseInt(arguments.getFirst()));
    } else if (name.equals("directed") && count >= 1) {
      return Strategy.directed(arguments.stream().map(StrategyText::place).toList(), 0);
    }
    throw new NumberFormatException(text);
  }

  private static long seed(List<String> arguments, int index) {
    return arguments.size() > index ? Long.parseLong(arguments.get(index)) : 0;
  }

  private static Site place(String text) {
    Matcher place = PLACE.matcher(text);
    if (!place.matches()) {
      throw new IllegalArgumentException("'" + text + "' is no place, which reads File.java:12");
    }
    return new Site("", "", place.group(1), Integer.parseInt(place.group(2)));
  }

  private static IllegalArgumentException unknown(String text, String why) {
    return new IllegalArgumentException(
        "'"
            + text
            + "' is no strategy"
            + (why.isEmpty()
                ? "; it reads dpor, naive, bounded(2), random(SEED), pct(DEPTH,SEED) or"
                    + " directed(FILE:LINE,…)"
                : why));
  }
}
