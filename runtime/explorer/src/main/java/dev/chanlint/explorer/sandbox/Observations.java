package dev.chanlint.explorer.sandbox;

import dev.chanlint.explorer.sandbox.Redirection.Use;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which calls read or change a JDK object that is not safe for threads, or is a concurrent
 * collection whose operation is one step. What the object is is seen when the call is made.
 */
final class Observations {

  private static final String BUILDER = "java/lang/AbstractStringBuilder";

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
          "java/util/Calendar",
          "java/util/regex/Matcher",
          "java/text/Format",
          "java/nio/Buffer",
          BUILDER);

  /** Types of which an object can be one of those, too. */
  static final Set<String> ANY = Set.of("java/lang/Object", "java/lang/CharSequence");

  /** Of these, what only seems to read works on fields: positions, results, scratch. */
  private static final List<String> SELF_CHANGING =
      List.of("java/util/Calendar", "java/util/regex/Matcher", "java/text/Format");

  /** Methods of buffers that leave them as they are. */
  private static final Set<String> BUFFER_READS =
      Set.of(
          "alignedSlice",
          "array",
          "arrayOffset",
          "capacity",
          "charAt",
          "chars",
          "compareTo",
          "duplicate",
          "equals",
          "hasArray",
          "hasRemaining",
          "hashCode",
          "isDirect",
          "isEmpty",
          "isReadOnly",
          "length",
          "mismatch",
          "remaining",
          "slice",
          "subSequence",
          "toString");

  /** Methods of buffers that tell a setting if they have no argument, and else change it. */
  private static final Set<String> BUFFER_SETTINGS = Set.of("limit", "order", "position");

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
          "setEmptyValue");

  /** Methods of iterators that go on. */
  private static final Set<String> ADVANCES =
      Set.of(
          "next",
          "nextElement",
          "nextDouble",
          "nextInt",
          "nextLong",
          "previous",
          "forEachRemaining");

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

  /** Methods of maps whose first argument is a key. */
  private static final Set<String> KEYED =
      Set.of(
          "compute",
          "computeIfAbsent",
          "computeIfPresent",
          "containsKey",
          "get",
          "getOrDefault",
          "merge",
          "put",
          "putIfAbsent",
          "remove",
          "replace");

  /** What maps have compute a value. */
  private static final List<ClassDesc> FUNCTIONS =
      List.of(
          CodeInstrumenter.desc(java.util.function.Function.class),
          CodeInstrumenter.desc(java.util.function.BiFunction.class));

  /** Methods of maps that make a view, and look at no entry yet. */
  private static final Set<String> VIEWS = Set.of("entrySet", "keySet", "values");

  private static final Set<String> IGNORED = Set.of("getClass", "<init>");

  private static final String STATICS = "java/util/Collections";

  /** Methods of {@link java.util.Collections} that change the first collection they are given. */
  private static final Set<String> CHANGES_FIRST =
      Set.of(
          "addAll", "copy", "fill", "replaceAll", "reverse", "rotate", "shuffle", "sort", "swap");

  /** What begins the names of those that only wrap what they are given. */
  private static final List<String> WRAPS =
      List.of("unmodifiable", "synchronized", "checked", "newSetFromMap", "asLifoQueue");

  /** Methods, by their class, that make a text of what they are given, or take its hash. */
  private static final Map<String, Set<String>> WRITING =
      Map.ofEntries(
          Map.entry(BUILDER, Set.of("append", "compareTo", "insert", "replace")),
          Map.entry(
              "java/lang/String",
              Set.of("<init>", "contains", "contentEquals", "join", "replace", "valueOf")),
          Map.entry("java/lang/CharSequence", Set.of("compare")),
          Map.entry("java/lang/AssertionError", Set.of("<init>")),
          Map.entry("java/util/Objects", Set.of("toString")),
          Map.entry("java/util/Arrays", Set.of("deepToString", "toString")),
          Map.entry("java/util/StringJoiner", Set.of("<init>", "add")),
          Map.entry("java/util/regex/Pattern", Set.of("matcher", "matches", "split")),
          Map.entry("java/util/regex/Matcher", Set.of("reset")),
          Map.entry("java/io/PrintStream", Set.of("append", "print", "println")),
          Map.entry("java/io/Writer", Set.of("append", "print", "println")));

  /** Methods, by their class, that take the hash of what they are given. */
  private static final Map<String, Set<String>> HASHING =
      Map.of(
          "java/util/Objects", Set.of("hash", "hashCode"),
          "java/util/Arrays", Set.of("deepHashCode", "hashCode"));

  /** Methods, by their class, that put their last argument, an array, into a text before it. */
  private static final Map<String, Set<String>> FORMATTING =
      Map.of(
          "java/lang/String", Set.of("format", "formatted"),
          "java/util/Formatter", Set.of("format"),
          "java/io/PrintStream", Set.of("format", "printf"),
          "java/io/PrintWriter", Set.of("format", "printf"));

  private static final String MESSAGES = "java/text/MessageFormat";

  private Observations() {}

  /** What a call does to an argument. */
  enum Way {
    /** Goes through it. */
    READ,
    /** Changes it. */
    WRITE,
    /** Makes a text of it. */
    TEXT,
    /** Makes a text of each of its elements. */
    TEXTS,
    /** Takes its hash. */
    HASH,
    /** Takes the hash of each of its elements. */
    HASHES,
    /** Compares it with what comes before it. */
    COMPARED,
    /** Puts what it holds into the format that comes before it. */
    FORMATTED,
    /** Puts what it holds into the message that comes before it. */
    MESSAGE
  }

  /**
   * An argument that a call goes through.
   *
   * @param index which
   * @param way what the call does to it
   */
  record Passed(int index, Way way) {}

  /**
   * The arguments that a call of the JDK goes through: collections, as {@code new
   * ArrayList<>(list)}, {@code List.copyOf(set)}, {@code map.putAll(other)}, {@code
   * Collections.sort(list)}, and what it makes a text of, compares, or takes the hash of.
   */
  static List<Passed> passed(Hierarchy hierarchy, String owner, String name, MethodTypeDesc type) {
    int last = type.parameterCount() - 1;
    if (owner.equals("java/util/Objects") && name.equals("equals")) {
      return List.of(new Passed(last, Way.COMPARED));
    }
    if (isIn(FORMATTING, hierarchy, owner, name)) {
      return List.of(new Passed(last, Way.FORMATTED));
    }
    if (owner.equals(MESSAGES)
        && name.equals("format")
        && type.parameterList().getLast().isArray()) {
      return List.of(new Passed(last, Way.MESSAGE));
    }
    if (isIn(WRITING, hierarchy, owner, name)) {
      return written(hierarchy, type, Way.TEXT, Way.TEXTS);
    }
    if (isIn(HASHING, hierarchy, owner, name)) {
      return written(hierarchy, type, Way.HASH, Way.HASHES);
    }
    return gone(hierarchy, owner, name, type);
  }

  private static List<Passed> gone(
      Hierarchy hierarchy, String owner, String name, MethodTypeDesc type) {
    if (hierarchy.shape(owner).filter(shape -> !shape.underTest()).isEmpty()
        || !isCollection(hierarchy, owner) && !owner.equals(STATICS)
        || owner.equals(STATICS) && WRAPS.stream().anyMatch(name::startsWith)) {
      return List.of();
    }
    List<Passed> passed = new ArrayList<>();
    for (int i = 0; i < type.parameterCount(); i++) {
      ClassDesc parameter = type.parameterType(i);
      if (parameter.isClassOrInterface() && isCollection(hierarchy, internal(parameter))) {
        boolean changed =
            name.equals("drainTo")
                || i == 0 && owner.equals(STATICS) && CHANGES_FIRST.contains(name);
        passed.add(new Passed(i, changed ? Way.WRITE : Way.READ));
      }
    }
    return passed;
  }

  private static boolean isIn(
      Map<String, Set<String>> table, Hierarchy hierarchy, String owner, String name) {
    return table.entrySet().stream()
        .anyMatch(
            entry -> entry.getValue().contains(name) && hierarchy.isSubtype(owner, entry.getKey()));
  }

  /** The arguments of which a concatenation makes a text and that can be read in full by that. */
  static List<Passed> written(Hierarchy hierarchy, MethodTypeDesc type) {
    return IntStream.range(0, type.parameterCount())
        .filter(i -> mayHoldMore(hierarchy, type.parameterType(i)))
        .mapToObj(i -> new Passed(i, Way.TEXT))
        .toList();
  }

  private static List<Passed> written(
      Hierarchy hierarchy, MethodTypeDesc type, Way ofOne, Way ofArray) {
    List<Passed> passed = new ArrayList<>();
    for (int i = 0; i < type.parameterCount(); i++) {
      ClassDesc parameter = type.parameterType(i);
      if (mayHoldMore(hierarchy, parameter)) {
        passed.add(new Passed(i, ofOne));
      } else if (parameter.isArray() && !parameter.componentType().isPrimitive()) {
        passed.add(new Passed(i, ofArray));
      }
    }
    return passed;
  }

  /** Whether an object of the type can be a collection, a builder of texts, or hold such. */
  static boolean mayHoldMore(Hierarchy hierarchy, ClassDesc type) {
    return type.isClassOrInterface() && mayHoldMore(hierarchy, internal(type));
  }

  private static boolean mayHoldMore(Hierarchy hierarchy, String type) {
    return type.equals("java/lang/Object")
        || type.equals("java/lang/CharSequence")
        || type.equals("java/util/Optional")
        || type.equals("java/util/Map$Entry")
        || hierarchy.isSubtype(type, BUILDER)
        || isCollection(hierarchy, type);
  }

  private static boolean isCollection(Hierarchy hierarchy, String name) {
    return hierarchy.isSubtype(name, "java/lang/Iterable")
        || hierarchy.isSubtype(name, "java/util/Map");
  }

  private static String internal(ClassDesc type) {
    String descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1);
  }

  static Optional<Redirection> of(
      Hierarchy hierarchy, String owner, String name, MethodTypeDesc type) {
    if (IGNORED.contains(name) || owner.startsWith("[") || isOutsideJdk(hierarchy, owner)) {
      return Optional.empty();
    }
    if (hierarchy.isSubtype(owner, "java/util/concurrent/BlockingQueue")) {
      return Optional.empty();
    }
    boolean observed = OWNERS.stream().anyMatch(o -> hierarchy.isSubtype(owner, o));
    if (!observed && !(ANY.contains(owner) && isUseOfAny(owner, name, type))) {
      return Optional.empty();
    }
    boolean derives = DERIVES.contains(name) && !type.returnType().isPrimitive();
    return Optional.of(new Redirection.Observe(use(hierarchy, owner, name, type), derives));
  }

  /** What can be asked of an object though nothing is known of its class. */
  private static boolean isUseOfAny(String owner, String name, MethodTypeDesc type) {
    return asksOfValue(name, type) || owner.equals("java/lang/CharSequence");
  }

  private static boolean asksOfValue(String name, MethodTypeDesc type) {
    return switch (name) {
      case "toString", "hashCode" -> type.parameterCount() == 0;
      case "equals" -> type.parameterList().equals(List.of(ConstantDescs.CD_Object));
      default -> false;
    };
  }

  private static Use use(Hierarchy hierarchy, String owner, String name, MethodTypeDesc type) {
    if (SELF_CHANGING.stream().anyMatch(o -> hierarchy.isSubtype(owner, o))) {
      return Use.WRITE;
    }
    if (hierarchy.isSubtype(owner, "java/nio/Buffer")) {
      return readsBuffer(name, type) ? Use.READ : Use.WRITE;
    }
    if (asksOfValue(name, type)) {
      return switch (name) {
        case "toString" -> Use.TEXT;
        case "hashCode" -> Use.HASH;
        default -> Use.EQUALS;
      };
    }
    if (ADVANCES.contains(name)) {
      return Use.ADVANCE;
    }
    if (hierarchy.isSubtype(owner, "java/util/List") && isIndexed(type)) {
      if (name.equals("get")) {
        return Use.GET;
      }
      if (name.equals("set")) {
        return Use.SET;
      }
    }
    boolean isMap = hierarchy.isSubtype(owner, "java/util/Map");
    if (isMap && KEYED.contains(name) && isObject(type)) {
      return FUNCTIONS.contains(type.parameterList().getLast()) ? Use.COMPUTE : Use.KEY;
    }
    if (isMap && VIEWS.contains(name)) {
      return Use.SIZE;
    }
    boolean counts = name.equals("size") || name.equals("isEmpty");
    if (counts && (isMap || hierarchy.isSubtype(owner, "java/util/Collection"))) {
      return Use.SIZE;
    }
    return WRITES.contains(name) ? Use.WRITE : Use.READ;
  }

  private static boolean isIndexed(MethodTypeDesc type) {
    return type.parameterCount() > 0 && type.parameterType(0).equals(ConstantDescs.CD_int);
  }

  private static boolean isObject(MethodTypeDesc type) {
    return type.parameterCount() > 0 && type.parameterType(0).equals(ConstantDescs.CD_Object);
  }

  /** A read at a given index, a look at the settings, or another view ({@code asIntBuffer}). */
  private static boolean readsBuffer(String name, MethodTypeDesc type) {
    return name.startsWith("get") && isIndexed(type)
        || name.startsWith("as") && type.parameterCount() == 0
        || BUFFER_SETTINGS.contains(name) && type.parameterCount() == 0
        || BUFFER_READS.contains(name);
  }

  /** Whether a static method of {@link java.util.Collections} wraps what it is given. */
  static boolean wraps(String owner, String name) {
    return owner.equals(STATICS)
        && !name.startsWith("synchronized")
        && WRAPS.stream().anyMatch(name::startsWith);
  }

  /** An object of a class under test is observed inside, unless it is a JDK collection too. */
  private static boolean isOutsideJdk(Hierarchy hierarchy, String owner) {
    return hierarchy.shape(owner).isEmpty();
  }
}
