package dev.chanlint.explorer.hook;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.race.SyncLocation;
import dev.chanlint.explorer.race.VolatileAccess;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands for {@code java.util.concurrent.atomic}. The object is real; the access is made right
 * after a visible operation of the object, before any other goroutine runs. A compare-and-set that
 * fails is a read; a weak one does not fail without reason.
 */
public final class Atomics {

  private Atomics() {}

  /** Before an access of an atomic object; {@code kind} is the ordinal of what is done to it. */
  public static void access(@Nullable Object object, int kind) {
    Goroutine self = Execution.goroutine();
    if (self != null && object != null) {
      perform(self, SyncLocation.of(self.execution(), object), kind);
    }
  }

  /** Before an access of an element of an atomic array. */
  public static void accessElement(@Nullable Object array, int index, int kind) {
    Goroutine self = Execution.goroutine();
    if (self != null && array != null) {
      perform(self, element(self, array, index), kind);
    }
  }

  /** {@link AtomicIntegerArray#toString}: a read of each element. */
  public static String toString(AtomicIntegerArray array) {
    readElements(array, array.length());
    return array.toString();
  }

  /** {@link AtomicLongArray#toString}: a read of each element. */
  public static String toString(AtomicLongArray array) {
    readElements(array, array.length());
    return array.toString();
  }

  /** {@link AtomicReferenceArray#toString}: a read of each element. */
  public static String toString(AtomicReferenceArray<?> array) {
    readElements(array, array.length());
    return array.toString();
  }

  private static void readElements(Object array, int length) {
    for (int i = 0; i < length; i++) {
      accessElement(array, i, VolatileAccess.Kind.READ.ordinal());
    }
  }

  /** Before an atomic object is given another value if it has the expected one. */
  public static void compare(@Nullable Object object, @Nullable Object expected, int kind) {
    Goroutine self = Execution.goroutine();
    if (self != null && object != null) {
      SyncLocation location = SyncLocation.of(self.execution(), object);
      compare(self, location, () -> value(object), isPrimitive(object), expected, kind);
    }
  }

  /** Before an element of an atomic array is given another value if it has the expected one. */
  public static void compareElement(
      @Nullable Object array, int index, @Nullable Object expected, int kind) {
    Goroutine self = Execution.goroutine();
    if (self != null && array != null) {
      SyncLocation location = element(self, array, index);
      compare(self, location, () -> value(array, index), isPrimitive(array), expected, kind);
    }
  }

  private static SyncLocation element(Goroutine self, Object array, int index) {
    Execution execution = self.execution();
    return execution.attachment(
        array,
        index,
        () ->
            new SyncLocation(
                execution,
                array.getClass().getSimpleName() + " element",
                () -> number(execution, value(array, index), isPrimitive(array))));
  }

  private static boolean isPrimitive(Object atomic) {
    return !(atomic instanceof AtomicReference || atomic instanceof AtomicReferenceArray);
  }

  /**
   * The number that stands for a value of an atomic variable in an execution.
   *
   * @param primitive whether the value was boxed on the way, or else counts by identity
   */
  static long number(Execution execution, @Nullable Object value, boolean primitive) {
    if (!primitive) {
      return execution.identity(value);
    }
    return switch (value) {
      case Boolean truth -> truth ? 1 : 0;
      case Number number -> number.longValue();
      case null, default -> throw new IllegalArgumentException(value + " is no atomic value");
    };
  }

  private static void perform(Goroutine self, SyncLocation location, int kind) {
    VolatileAccess.Kind of = kind(kind);
    self.execution().perform(new VolatileAccess(location, of, of.text()));
  }

  private static void compare(
      Goroutine self,
      SyncLocation location,
      Supplier<@Nullable Object> current,
      boolean primitive,
      @Nullable Object expected,
      int kind) {
    self.execution()
        .perform(
            new CompareAndSet(
                location,
                kind(kind),
                null,
                0,
                new CompareAndSet.Comparison(current, expected, primitive)));
  }

  static VolatileAccess.Kind kind(int ordinal) {
    return VolatileAccess.Kind.values()[ordinal];
  }

  private static @Nullable Object value(Object object) {
    return switch (object) {
      case AtomicInteger atomic -> atomic.getPlain();
      case AtomicLong atomic -> atomic.getPlain();
      case AtomicBoolean atomic -> atomic.getPlain();
      case AtomicReference<?> atomic -> atomic.getPlain();
      default -> throw new IllegalArgumentException(object.getClass() + " compares nothing");
    };
  }

  private static @Nullable Object value(Object array, int index) {
    return switch (array) {
      case AtomicIntegerArray atomic -> atomic.getPlain(index);
      case AtomicLongArray atomic -> atomic.getPlain(index);
      case AtomicReferenceArray<?> atomic -> atomic.getPlain(index);
      default -> throw new IllegalArgumentException(array.getClass() + " compares nothing");
    };
  }
}
