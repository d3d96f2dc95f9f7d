package dev.chanlint.explorer.hook;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.race.Memory;
import dev.chanlint.explorer.race.Shadow;
import dev.chanlint.explorer.race.SyncLocation;
import dev.chanlint.explorer.race.VolatileAccess;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands for {@link VarHandle} and the atomic field updaters. The access is made right after a
 * visible operation of the variable, which is the one that the fields' own accesses are of. Plain
 * mode is a plain access, except of a variable that is declared volatile: there the code says that
 * it knows what it does, and it counts as opaque.
 */
public final class VarHandles {

  private VarHandles() {}

  /** {@link MethodHandles.Lookup#findVarHandle}. */
  public static VarHandle findVarHandle(
      MethodHandles.Lookup lookup, Class<?> owner, String name, Class<?> type)
      throws NoSuchFieldException, IllegalAccessException {
    VarHandle handle = lookup.findVarHandle(owner, name, type);
    bind(handle, Variable.of(owner, name));
    return handle;
  }

  /** {@link MethodHandles.Lookup#findStaticVarHandle}. */
  public static VarHandle findStaticVarHandle(
      MethodHandles.Lookup lookup, Class<?> owner, String name, Class<?> type)
      throws NoSuchFieldException, IllegalAccessException {
    VarHandle handle = lookup.findStaticVarHandle(owner, name, type);
    bind(handle, Variable.of(owner, name));
    return handle;
  }

  /** {@link MethodHandles.Lookup#unreflectVarHandle}. */
  public static VarHandle unreflectVarHandle(MethodHandles.Lookup lookup, Field field)
      throws IllegalAccessException {
    VarHandle handle = lookup.unreflectVarHandle(field);
    bind(handle, Variable.of(field));
    return handle;
  }

  /** After {@code newUpdater(owner, name)}. */
  public static AtomicIntegerFieldUpdater<?> newUpdater(
      AtomicIntegerFieldUpdater<?> made, Class<?> owner, String name) throws NoSuchFieldException {
    bind(made, Variable.of(owner, name));
    return made;
  }

  /** After {@code newUpdater(owner, name)}. */
  public static AtomicLongFieldUpdater<?> newUpdater(
      AtomicLongFieldUpdater<?> made, Class<?> owner, String name) throws NoSuchFieldException {
    bind(made, Variable.of(owner, name));
    return made;
  }

  /** After {@code newUpdater(owner, type, name)}. */
  public static AtomicReferenceFieldUpdater<?, ?> newUpdater(
      AtomicReferenceFieldUpdater<?, ?> made, Class<?> owner, Class<?> type, String name)
      throws NoSuchFieldException {
    bind(made, Variable.of(owner, name));
    return made;
  }

  private static void bind(Object standIn, Variable variable) {
    variable.initialize();
    variable.bind(Execution.require(), standIn);
  }

  /** Where an access goes. */
  private record Target(Shadow shadow, boolean isVolatile, Supplier<String> name) {

    SyncLocation location(Goroutine self) {
      return Memory.location(shadow, self, name);
    }
  }

  /**
   * Before an access.
   *
   * @param standIn the handle or updater
   * @param object the object or array, or null
   * @param index the array's
   * @param kind the ordinal of what is done; -1 for a plain read, -2 for a plain write
   */
  public static void access(
      @Nullable Object standIn, @Nullable Object object, int index, int kind, int site) {
    Goroutine self = Execution.goroutine();
    Target target = self == null ? null : target(self, standIn, object, index);
    if (self == null || target == null) {
      return;
    }
    if (kind >= 0) {
      perform(self, target, Atomics.kind(kind), site);
    } else if (target.isVolatile()) {
      perform(
          self,
          target,
          kind == -1 ? VolatileAccess.Kind.OPAQUE_READ : VolatileAccess.Kind.OPAQUE_WRITE,
          site);
    } else if (kind == -1) {
      Memory.read(target.shadow(), site);
    } else {
      Memory.write(target.shadow(), site);
    }
  }

  private static void perform(Goroutine self, Target target, VolatileAccess.Kind kind, int site) {
    self.execution()
        .perform(
            new VolatileAccess(target.location(self), kind, kind.text(), target.shadow(), site));
  }

  /** Before the variable is given another value if it has the expected one. */
  public static void compare(
      @Nullable Object standIn,
      @Nullable Object object,
      int index,
      @Nullable Object expected,
      int kind,
      int site) {
    Goroutine self = Execution.goroutine();
    Target target = self == null ? null : target(self, standIn, object, index);
    if (self == null || target == null || standIn == null) {
      return;
    }
    CompareAndSet.Comparison comparison =
        new CompareAndSet.Comparison(
            () -> value(standIn, object, index), expected, isPrimitive(standIn));
    self.execution()
        .perform(
            new CompareAndSet(
                target.location(self), Atomics.kind(kind), target.shadow(), site, comparison));
  }

  /** Null where the access itself throws. */
  private static @Nullable Target target(
      Goroutine self, @Nullable Object standIn, @Nullable Object object, int index) {
    if (standIn == null) {
      return null;
    }
    if (standIn instanceof VarHandle handle && isElement(handle)) {
      Shadow shadow = object == null ? null : Memory.element(self, object, index);
      return shadow == null ? null : new Target(shadow, false, () -> "an array element");
    }
    Variable variable = Variable.behind(self.execution(), standIn);
    if (variable == null || !variable.isObserved() && !variable.isFinal()) {
      Effects.refuse("uses a " + kindOf(standIn) + " of a variable that is not under control");
      return null;
    }
    boolean missing = object == null && !variable.isStatic();
    return missing || variable.isFinal()
        ? null
        : new Target(variable.shadow(object), variable.isVolatile(), variable::name);
  }

  private static String kindOf(Object standIn) {
    return standIn instanceof VarHandle ? "VarHandle" : "field updater";
  }

  private static boolean isElement(VarHandle handle) {
    List<Class<?>> coordinates = handle.coordinateTypes();
    return coordinates.size() == 2
        && coordinates.getFirst().isArray()
        && coordinates.getFirst().componentType() == handle.varType();
  }

  private static boolean isPrimitive(Object standIn) {
    return standIn instanceof VarHandle handle
        ? handle.varType().isPrimitive()
        : !(standIn instanceof AtomicReferenceFieldUpdater);
  }

  @SuppressWarnings("unchecked") // the updater's own object
  private static @Nullable Object value(Object standIn, @Nullable Object object, int index) {
    return switch (standIn) {
      case VarHandle handle -> value(handle, object, index);
      case AtomicIntegerFieldUpdater<?> updater ->
          ((AtomicIntegerFieldUpdater<Object>) updater).get(Objects.requireNonNull(object));
      case AtomicLongFieldUpdater<?> updater ->
          ((AtomicLongFieldUpdater<Object>) updater).get(Objects.requireNonNull(object));
      case AtomicReferenceFieldUpdater<?, ?> updater ->
          ((AtomicReferenceFieldUpdater<Object, ?>) updater).get(Objects.requireNonNull(object));
      default -> throw new IllegalArgumentException("no variable: " + standIn);
    };
  }

  private static @Nullable Object value(VarHandle handle, @Nullable Object object, int index) {
    return switch (handle.coordinateTypes().size()) {
      case 0 -> (Object) handle.getVolatile();
      case 1 -> (Object) handle.getVolatile(object);
      default -> (Object) handle.getVolatile(object, index);
    };
  }
}
