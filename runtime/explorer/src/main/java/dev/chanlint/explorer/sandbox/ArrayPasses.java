package dev.chanlint.explorer.sandbox;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The arrays whose elements a call of the JDK goes through. */
final class ArrayPasses {

  private static final String ARRAYS = "java/util/Arrays";

  private static final Set<String> WRITES = Set.of("fill", "setAll", "sort");

  /**
   * Methods that make a view, and read nothing yet. A stream is made to be gone through at once.
   */
  private static final Set<String> VIEWS = Set.of("asList", "spliterator");

  /**
   * Methods, by their class, that read an array that they are given: all of it, or as many elements
   * as its third argument says from the index on that is its second.
   */
  private static final Map<String, Set<String>> READERS =
      Map.ofEntries(
          Map.entry("java/lang/String", Set.of("<init>", "copyValueOf", "valueOf")),
          Map.entry("java/lang/StringBuilder", Set.of("append", "insert")),
          Map.entry("java/io/PrintStream", Set.of("print", "println", "write")),
          Map.entry("java/io/ByteArrayOutputStream", Set.of("write", "writeBytes")),
          Map.entry("java/io/OutputStream", Set.of("write")),
          Map.entry("java/nio/ByteBuffer", Set.of("put")),
          Map.entry("java/nio/CharBuffer", Set.of("put")),
          Map.entry("java/security/MessageDigest", Set.of("digest", "update")),
          Map.entry("java/util/Collections", Set.of("addAll")),
          Map.entry("java/util/List", Set.of("of")),
          Map.entry("java/util/Set", Set.of("of")),
          Map.entry("java/util/stream/DoubleStream", Set.of("of")),
          Map.entry("java/util/stream/IntStream", Set.of("of")),
          Map.entry("java/util/stream/LongStream", Set.of("of")),
          Map.entry("java/util/stream/Stream", Set.of("of")),
          Map.entry("java/util/zip/CRC32", Set.of("update")));

  /** The same for those that write it. */
  private static final Map<String, Set<String>> WRITERS =
      Map.of(
          "java/nio/ByteBuffer", Set.of("get"),
          "java/nio/CharBuffer", Set.of("get"),
          "java/security/SecureRandom", Set.of("nextBytes"),
          "java/util/Random", Set.of("nextBytes"));

  private ArrayPasses() {}

  /**
   * Some elements of an array that is an argument.
   *
   * @param array which argument it is
   * @param from the argument that is the first index; -1 if all elements are meant
   * @param to the argument that is the index past the last one, or the number of elements
   * @param counted whether {@code to} is the number
   * @param write whether they are written
   */
  record Pass(int array, int from, int to, boolean counted, boolean write) {

    boolean isWhole() {
      return from < 0;
    }
  }

  static List<Pass> of(String owner, String name, MethodTypeDesc type) {
    if (owner.equals("java/lang/System") && name.equals("arraycopy")) {
      return List.of(new Pass(0, 1, 4, true, false), new Pass(2, 3, 4, true, true));
    }
    if (READERS.getOrDefault(owner, Set.of()).contains(name)) {
      return given(type.parameterList(), false);
    }
    if (WRITERS.getOrDefault(owner, Set.of()).contains(name)) {
      return given(type.parameterList(), true);
    }
    if (!owner.equals(ARRAYS) || VIEWS.contains(name)) {
      return List.of();
    }
    List<ClassDesc> parameters = type.parameterList();
    List<Pass> passes = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).isArray()) {
        boolean ranged =
            isInt(parameters, i + 1) && isInt(parameters, i + 2) && !fillsInts(name, i, parameters);
        passes.add(
            new Pass(i, ranged ? i + 1 : -1, ranged ? i + 2 : -1, false, WRITES.contains(name)));
      }
    }
    return passes;
  }

  private static List<Pass> given(List<ClassDesc> parameters, boolean write) {
    List<Pass> passes = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).isArray()) {
        int numbers = numbersAfter(parameters, i);
        if (numbers == 0) {
          passes.add(new Pass(i, -1, -1, false, write));
        } else if (numbers == 2) {
          passes.add(new Pass(i, i + 1, i + 2, true, write));
        }
      }
    }
    return passes;
  }

  private static int numbersAfter(List<ClassDesc> parameters, int index) {
    int numbers = 0;
    while (isInt(parameters, index + numbers + 1)) {
      numbers++;
    }
    return numbers;
  }

  /** {@code fill(int[], int)} takes a value, {@code fill(int[], int, int, int)} a range first. */
  private static boolean fillsInts(String name, int array, List<ClassDesc> parameters) {
    return name.equals("fill") && parameters.size() - array <= 3;
  }

  private static boolean isInt(List<ClassDesc> parameters, int index) {
    return index < parameters.size() && parameters.get(index).equals(ConstantDescs.CD_int);
  }
}
