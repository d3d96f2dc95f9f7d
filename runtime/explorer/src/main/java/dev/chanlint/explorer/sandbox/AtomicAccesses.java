package dev.chanlint.explorer.sandbox;

import dev.chanlint.explorer.race.VolatileAccess.Kind;
import dev.chanlint.explorer.sandbox.Redirection.AtomicVariable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the methods of {@code java.util.concurrent.atomic} and of {@code VarHandle} do to a
 * variable. They share a scheme of names: what is done, then the mode it is done in.
 */
final class AtomicAccesses {

  private static final String ATOMIC = "java/util/concurrent/atomic/";
  private static final String VAR_HANDLE = "java/lang/invoke/VarHandle";

  private static final List<String> ARRAYS =
      List.of(
          ATOMIC + "AtomicIntegerArray",
          ATOMIC + "AtomicLongArray",
          ATOMIC + "AtomicReferenceArray");

  private static final List<String> ADDERS =
      List.of(
          ATOMIC + "LongAdder",
          ATOMIC + "DoubleAdder",
          ATOMIC + "LongAccumulator",
          ATOMIC + "DoubleAccumulator");

  /** Pairs, whose compare-and-set takes two expected values: it counts as an update always. */
  private static final List<String> PAIRS =
      List.of(ATOMIC + "AtomicStampedReference", ATOMIC + "AtomicMarkableReference");

  private static final Set<String> ADDS = Set.of("add", "increment", "decrement", "accumulate");

  private static final Set<String> READS =
      Set.of(
          "get",
          "getVolatile",
          "getAcquire",
          "intValue",
          "longValue",
          "floatValue",
          "doubleValue",
          "toString",
          "getReference",
          "getStamp",
          "isMarked",
          "sum");

  private static final Set<String> OPAQUE_READS = Set.of("getPlain", "getOpaque");
  private static final Set<String> WRITES = Set.of("set", "setVolatile", "reset");
  private static final Set<String> RELEASES = Set.of("setRelease", "lazySet");
  private static final Set<String> OPAQUE_WRITES = Set.of("setPlain", "setOpaque");

  /** What a hook takes for accesses of a handle that are plain. */
  static final int PLAIN_READ = -1;

  static final int PLAIN_WRITE = -2;

  private static final Set<String> HARMLESS =
      Set.of(
          "length",
          "<init>",
          "getClass",
          "hashCode",
          "equals",
          "varType",
          "coordinateTypes",
          "accessModeType",
          "isAccessModeSupported",
          "hasInvokeExactBehavior",
          "describeConstable");

  private AtomicAccesses() {}

  static boolean covers(String owner) {
    return owner.startsWith(ATOMIC) || owner.equals(VAR_HANDLE);
  }

  /** What becomes of a call; empty if it is made as it stands. */
  static Optional<Redirection> of(String owner, String name, boolean isStatic) {
    if (HARMLESS.contains(name) || owner.endsWith("FieldUpdater") && name.equals("toString")) {
      return Optional.empty();
    }
    if (owner.equals(VAR_HANDLE)) {
      return isStatic || isNoAccess(name)
          ? Optional.of(
              new Redirection.Refuse("uses VarHandle." + name + ", which is not modelled"))
          : Optional.of(handle(name));
    }
    AtomicVariable variable =
        ARRAYS.contains(owner)
            ? AtomicVariable.ELEMENT
            : owner.endsWith("FieldUpdater") ? AtomicVariable.UPDATED_FIELD : AtomicVariable.OBJECT;
    boolean compares = compares(name) && !PAIRS.contains(owner);
    return Optional.of(
        new Redirection.Synchronize(variable, kind(owner, name).ordinal(), compares));
  }

  private static boolean isNoAccess(String name) {
    return name.startsWith("with") || name.equals("toMethodHandle");
  }

  private static Redirection handle(String name) {
    int kind =
        switch (name) {
          case "get" -> PLAIN_READ;
          case "set" -> PLAIN_WRITE;
          case "weakCompareAndSet" -> Kind.UPDATE.ordinal();
          default -> kind(VAR_HANDLE, name).ordinal();
        };
    return new Redirection.Synchronize(AtomicVariable.HANDLE, kind, compares(name));
  }

  /** How many arguments of a method of {@code VarHandle} are no coordinates. */
  static int values(String name) {
    if (compares(name)) {
      return 2;
    }
    return name.startsWith("get") && !name.startsWith("getAnd") ? 0 : 1;
  }

  private static boolean compares(String name) {
    return name.startsWith("compareAnd") || name.startsWith("weakCompareAnd");
  }

  private static Kind kind(String owner, String name) {
    if (ADDERS.contains(owner) && ADDS.contains(name)) {
      return Kind.ADD;
    }
    if (READS.contains(name)) {
      return Kind.READ;
    }
    if (OPAQUE_READS.contains(name)) {
      return Kind.OPAQUE_READ;
    }
    if (WRITES.contains(name)) {
      return Kind.WRITE;
    }
    if (RELEASES.contains(name)) {
      return Kind.RELEASE;
    }
    return OPAQUE_WRITES.contains(name) ? Kind.OPAQUE_WRITE : update(name);
  }

  private static Kind update(String name) {
    if (name.endsWith("Acquire")) {
      return Kind.ACQUIRING_UPDATE;
    }
    if (name.endsWith("Release")) {
      return Kind.RELEASING_UPDATE;
    }
    boolean plain = name.endsWith("Plain") || name.equals("weakCompareAndSet");
    return plain ? Kind.OPAQUE_UPDATE : Kind.UPDATE;
  }
}
