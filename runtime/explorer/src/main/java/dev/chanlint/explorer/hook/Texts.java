package dev.chanlint.explorer.hook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Calendar;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What code under test makes texts of, takes hashes of, or compares. The JDK then reads what these
 * objects hold, and what is held by that.
 */
public final class Texts {

  /** What {@link java.util.Formatter} puts in place of an argument. */
  private static final Pattern SPECIFIER =
      Pattern.compile(
          "%(?<index>\\d+\\$|<)?[-#+ 0,(<]*\\d*(?:\\.\\d+)?(?<conversion>[tT][a-zA-Z]|[a-zA-Z%])");

  private static final String TEXT_OR_HASH = "sShH";
  private static final String WITHOUT_ARGUMENT = "%n";

  /** What {@link java.text.MessageFormat} puts in place of an argument, by its number. */
  private static final Pattern PLACE = Pattern.compile("\\{\\s*(\\d+)\\s*[,}]");

  /** Classes whose {@code toArray} and {@code entrySet} run no code but theirs. */
  private static final Set<Class<?>> CONTAINERS =
      Set.of(
          ArrayList.class,
          LinkedList.class,
          ArrayDeque.class,
          PriorityQueue.class,
          HashSet.class,
          LinkedHashSet.class,
          HashMap.class,
          LinkedHashMap.class,
          TreeMap.class,
          IdentityHashMap.class,
          EnumMap.class);

  private static final int DEEPEST = 4;

  private Texts() {}

  /** Before a text is made of the object. */
  public static void write(@Nullable Object object, int site) {
    read(object, Texts::hasText, site, 0);
  }

  /** Before the hash of the object is taken. */
  public static void hash(@Nullable Object object, int site) {
    read(object, Texts::hasValue, site, 0);
  }

  /** Before a text is made of each element of an array. */
  public static void writeEach(Object @Nullable [] array, int site) {
    if (array != null) {
      Arrays.stream(array).forEach(element -> write(element, site));
    }
  }

  /** Before the hash of each element of an array is taken. */
  public static void hashEach(Object @Nullable [] array, int site) {
    if (array != null) {
      Arrays.stream(array).forEach(element -> hash(element, site));
    }
  }

  /**
   * Reads an object, and what it holds.
   *
   * @param isAsked of which objects what they hold is asked for
   */
  private static void read(
      @Nullable Object object, Predicate<Object> isAsked, int site, int depth) {
    if (object == null || object instanceof String) {
      return;
    }
    boolean asked = isAsked.test(object);
    if (asked) {
      Collections.access(object, false, site);
    }
    if (depth < DEEPEST && (asked || object instanceof Optional)) {
      for (Object held : held(object)) {
        read(held, isAsked, site, depth + 1);
      }
    }
  }

  /** Before an object is asked whether it equals another. */
  public static void compare(@Nullable Object one, @Nullable Object other, int site) {
    if (one == other || !hasValue(one)) {
      return;
    }
    Collections.access(one, false, site);
    if (one instanceof List && other instanceof List
        || one instanceof Set && other instanceof Set
        || one instanceof Map && other instanceof Map) {
      Collections.count(other, site);
      if (size(one) == size(other)) {
        Collections.access(other, false, site);
      }
    }
  }

  /** The number of elements; negative if it would take code under test to tell. */
  private static int size(Object object) {
    return switch (object) {
      case Collection<?> c when isContainer(c) -> c.size();
      case Map<?, ?> m when isContainer(m) -> m.size();
      default -> -1;
    };
  }

  /** Before arguments are put into a format as {@link java.util.Formatter} knows it. */
  public static void format(@Nullable Object format, @Nullable Object arguments, int site) {
    if (!(format instanceof String pattern) || !(arguments instanceof Object[] all)) {
      return;
    }
    Matcher specifiers = SPECIFIER.matcher(pattern);
    int ordinary = 0;
    int last = -1;
    while (specifiers.find()) {
      String conversion = specifiers.group("conversion");
      if (WITHOUT_ARGUMENT.contains(conversion)) {
        continue;
      }
      last =
          isRelative(specifiers) ? last : isNumbered(specifiers) ? number(specifiers) : ordinary++;
      if (TEXT_OR_HASH.contains(conversion) && last >= 0 && last < all.length) {
        write(all[last], site);
      }
    }
  }

  private static boolean isRelative(MatchResult specifier) {
    return specifier.group().contains("<");
  }

  private static boolean isNumbered(MatchResult specifier) {
    return specifier.group("index") != null;
  }

  private static int number(MatchResult specifier) {
    String digits = specifier.group("index").replace("$", "");
    return digits.length() > 6 ? -1 : Integer.parseInt(digits) - 1;
  }

  /** Before arguments are put into a format as {@link java.text.MessageFormat} knows it. */
  public static void message(@Nullable Object format, @Nullable Object arguments, int site) {
    if (!(format instanceof String pattern) || !(arguments instanceof Object[] all)) {
      return;
    }
    Matcher places = PLACE.matcher(pattern);
    while (places.find()) {
      String digits = places.group(1);
      if (digits.length() <= 6 && Integer.parseInt(digits) < all.length) {
        write(all[Integer.parseInt(digits)], site);
      }
    }
  }

  /** Whether its text is more than its name, and made of what it holds. */
  private static boolean hasText(Object object) {
    return object instanceof CharSequence
        || object instanceof Collection
        || object instanceof StringJoiner
        || object instanceof Matcher
        || hasValue(object);
  }

  /** Whether it equals others that hold the same. */
  private static boolean hasValue(@Nullable Object object) {
    return object instanceof List
        || object instanceof Set
        || object instanceof Map
        || object instanceof Map.Entry
        || object instanceof BitSet
        || object instanceof Calendar
        || object instanceof java.nio.Buffer;
  }

  private static Object[] held(Object object) {
    return switch (object) {
      case Optional<?> optional -> optional.stream().toArray();
      case Collection<?> collection when isContainer(collection) -> collection.toArray();
      case Map<?, ?> map when isContainer(map) -> map.entrySet().toArray();
      case Map.Entry<?, ?> entry when entry.getClass().getClassLoader() == null ->
          new Object[] {entry.getKey(), entry.getValue()};
      default -> new Object[0];
    };
  }

  private static boolean isContainer(Object object) {
    return CONTAINERS.contains(object.getClass())
        || object.getClass().getName().startsWith("java.util.ImmutableCollections$");
  }
}
