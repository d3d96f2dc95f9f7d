package dev.chanlint.explorer.hook;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.race.SyncLocation;
import dev.chanlint.explorer.race.VolatileAccess;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands for {@code java.util.concurrent.atomic}. The object is real; the access is made right
 * after a visible operation of the object, before any other goroutine runs. A compare-and-set that
 * fails is a read.
 */
public final class Atomics {

  private Atomics() {}

  /** {@link AtomicInteger#compareAndSet}. */
  public static boolean compareAndSet(AtomicInteger object, int expected, int update) {
    compare(object, expected, () -> object.get() == expected);
    return object.compareAndSet(expected, update);
  }

  /** {@link AtomicLong#compareAndSet}. */
  public static boolean compareAndSet(AtomicLong object, long expected, long update) {
    compare(object, expected, () -> object.get() == expected);
    return object.compareAndSet(expected, update);
  }

  /** {@link AtomicBoolean#compareAndSet}. */
  public static boolean compareAndSet(AtomicBoolean object, boolean expected, boolean update) {
    compare(object, expected ? 1 : 0, () -> object.get() == expected);
    return object.compareAndSet(expected, update);
  }

  /** {@link AtomicReference#compareAndSet}. */
  public static boolean compareAndSet(
      AtomicReference<@Nullable Object> object,
      @Nullable Object expected,
      @Nullable Object update) {
    compare(object, 0, () -> object.get() == expected);
    return object.compareAndSet(expected, update);
  }

  /** Before any other access of an atomic object. */
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
      Execution execution = self.execution();
      SyncLocation element =
          execution.attachment(
              array,
              index,
              () -> new SyncLocation(execution, array.getClass().getSimpleName() + " element"));
      perform(self, element, kind);
    }
  }

  private static void perform(Goroutine self, SyncLocation location, int kind) {
    VolatileAccess.Kind of = VolatileAccess.Kind.values()[kind];
    self.execution()
        .perform(
            new VolatileAccess(
                location,
                of,
                switch (of) {
                  case READ -> "read";
                  case WRITE -> "write";
                  case UPDATE -> "update";
                }));
  }

  /**
   * Before a compare-and-set.
   *
   * @param expected what is expected, if that is a number
   * @param succeeds whether it would succeed now
   */
  private static void compare(Object object, long expected, BooleanSupplier succeeds) {
    Goroutine self = Execution.goroutine();
    if (self != null) {
      SyncLocation location = SyncLocation.of(self.execution(), object);
      self.execution().perform(new CompareAndSet(location, expected, succeeds));
    }
  }

  /** An update if the expected value is there, else a read. */
  private static final class CompareAndSet extends VolatileAccess {

    private final SyncLocation location;
    private final long expected;
    private final BooleanSupplier succeeds;

    CompareAndSet(SyncLocation location, long expected, BooleanSupplier succeeds) {
      super(location, Kind.UPDATE, "compareAndSet");
      this.location = location;
      this.expected = expected;
      this.succeeds = succeeds;
    }

    @Override
    public boolean isForeseeable() {
      return location.isKnown();
    }

    @Override
    public void interest(Footprint into) {
      into.writes(location.cell());
    }

    @Override
    public boolean changes(int alternative) {
      return location.isKnown() ? location.holds(expected) : succeeds.getAsBoolean();
    }
  }
}
