package dev.chanlint.explorer.sandbox;

import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which calls read or change a JDK object that is not safe for threads, or is a concurrent
 * collection whose operation is one step. What the object is is seen when the call is made.
 */
final class Observations {

  private static final List<String> OWNERS =
      List.of(
          "java/util/Map",
          "java/util/Iterator",
          "java/lang/Iterable",
          "java/util/Map$Entry",
          "java/util/Enumeration",
          "java/util/Dictionary",
          "java/util/BitSet",
          "java/util/StringJoiner",
          "java/lang/AbstractStringBuilder");

  /** Methods that change their receiver. */
  private static final Set<String> WRITES =
      Set.of(
          "add",
          "addAll",
          "addFirst",
          "addLast",
          "addElement",
          "clear",
          "compute",
          "computeIfAbsent",
          "computeIfPresent",
          "insertElementAt",
          "merge",
          "next",
          "nextElement",
          "previous",
          "offer",
          "offerFirst",
          "offerLast",
          "poll",
          "pollFirst",
          "pollFirstEntry",
          "pollLast",
          "pollLastEntry",
          "pop",
          "push",
          "put",
          "putAll",
          "putFirst",
          "putIfAbsent",
          "putLast",
          "remove",
          "removeAll",
          "removeAllElements",
          "removeElement",
          "removeElementAt",
          "removeFirst",
          "removeFirstOccurrence",
          "removeIf",
          "removeLast",
          "removeLastOccurrence",
          "removeRange",
          "replace",
          "replaceAll",
          "retainAll",
          "set",
          "setElementAt",
          "setSize",
          "setValue",
          "sort",
          "ensureCapacity",
          "trimToSize",
          "append",
          "appendCodePoint",
          "delete",
          "deleteCharAt",
          "insert",
          "reverse",
          "setCharAt",
          "setLength",
          "flip",
          "and",
          "andNot",
          "or",
          "xor",
          "drainTo",
          "forEachRemaining",
          "setEmptyValue");

  /** Methods whose result reads and changes the receiver. */
  private static final Set<String> DERIVES =
      Set.of(
          "iterator",
          "listIterator",
          "descendingIterator",
          "keySet",
          "values",
          "entrySet",
          "navigableKeySet",
          "descendingKeySet",
          "descendingMap",
          "descendingSet",
          "subList",
          "subMap",
          "headMap",
          "tailMap",
          "subSet",
          "headSet",
          "tailSet",
          "reversed",
          "spliterator",
          "elements",
          "keys",
          "sequencedKeySet",
          "sequencedValues",
          "sequencedEntrySet",
          "next",
          "firstEntry",
          "lastEntry");

  private static final Set<String> IGNORED = Set.of("getClass", "<init>");

  private Observations() {}

  static Optional<Redirection> of(
      Hierarchy hierarchy, String owner, String name, MethodTypeDesc type) {
    if (IGNORED.contains(name) || owner.startsWith("[") || isOutsideJdk(hierarchy, owner)) {
      return Optional.empty();
    }
    if (hierarchy.isSubtype(owner, "java/util/concurrent/BlockingQueue")) {
      return Optional.empty();
    }
    boolean observed = OWNERS.stream().anyMatch(o -> hierarchy.isSubtype(owner, o));
    if (!observed) {
      return Optional.empty();
    }
    boolean derives = DERIVES.contains(name) && !type.returnType().isPrimitive();
    return Optional.of(new Redirection.Observe(WRITES.contains(name), derives));
  }

  /** An object of a class under test is observed inside, unless it is a JDK collection too. */
  private static boolean isOutsideJdk(Hierarchy hierarchy, String owner) {
    return hierarchy.shape(owner).isEmpty();
  }
}
