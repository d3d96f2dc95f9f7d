package dev.chanlint.explorer.sandbox;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The arrays whose elements a call of the JDK goes through. */
final class ArrayPasses {

  private static final String ARRAYS = "java/util/Arrays";

  private static final Set<String> WRITES = Set.of("fill", "setAll", "sort");

  /** Methods that make a view, and read nothing yet. */
  private static final Set<String> VIEWS = Set.of("asList", "stream", "spliterator");

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

  /** {@code fill(int[], int)} takes a value, {@code fill(int[], int, int, int)} a range first. */
  private static boolean fillsInts(String name, int array, List<ClassDesc> parameters) {
    return name.equals("fill") && parameters.size() - array <= 3;
  }

  private static boolean isInt(List<ClassDesc> parameters, int index) {
    return index < parameters.size() && parameters.get(index).equals(ConstantDescs.CD_int);
  }
}
