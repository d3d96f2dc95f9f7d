package dev.chanlint.explorer.juc;

import dev.chanlint.explorer.Site;
import dev.chanlint.explorer.hook.Parking;
import dev.chanlint.explorer.hook.VarHandles;
import dev.chanlint.explorer.race.Sites;
import dev.chanlint.explorer.race.VolatileAccess.Kind;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stands for the JDK's {@code jdk.internal.misc.Unsafe} in the classes whose own code runs under
 * control, as far as they use it: an offset is the number of a {@link VarHandle}, and an access the
 * visible operation that this has. The modes are Unsafe's: those without a suffix are volatile if
 * they compare, else plain.
 */
public final class UnsafeModel {

  private static final int SITE =
      Sites.number(
          new Sites.Access(
              new Site("jdk.internal.misc.Unsafe", "access", "Unsafe.java", 0), "a field", 0));

  private final List<VarHandle> fields = new ArrayList<>();

  private UnsafeModel() {}

  /** One for the class that asks, as its statics are initialised. */
  public static UnsafeModel getUnsafe() {
    return new UnsafeModel();
  }

  /** What stands for a field. */
  public long objectFieldOffset(Class<?> owner, String name) {
    try {
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(owner, MethodHandles.lookup());
      fields.add(VarHandles.unreflectVarHandle(lookup, owner.getDeclaredField(name)));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
    return fields.size() - 1;
  }

  private VarHandle field(long offset) {
    return fields.get(Math.toIntExact(offset));
  }

  private VarHandle access(Object object, long offset, Kind kind) {
    VarHandle field = field(offset);
    VarHandles.access(field, object, 0, kind.ordinal(), SITE);
    return field;
  }

  private VarHandle compare(Object object, long offset, @Nullable Object expected) {
    VarHandle field = field(offset);
    VarHandles.compare(field, object, 0, expected, Kind.UPDATE.ordinal(), SITE);
    return field;
  }

  /** Sets a field if it has the expected value; whether it had. */
  public boolean compareAndSetInt(Object object, long offset, int expected, int value) {
    return compare(object, offset, expected).compareAndSet(object, expected, value);
  }

  /** Sets a field if it has the expected value; whether it had. */
  public boolean compareAndSetLong(Object object, long offset, long expected, long value) {
    return compare(object, offset, expected).compareAndSet(object, expected, value);
  }

  /** Sets a field if it has the expected value; whether it had. */
  public boolean compareAndSetReference(
      Object object, long offset, @Nullable Object expected, @Nullable Object value) {
    return compare(object, offset, expected).compareAndSet(object, expected, value);
  }

  /** The same; it does not fail without reason. */
  public boolean weakCompareAndSetReference(
      Object object, long offset, @Nullable Object expected, @Nullable Object value) {
    return compareAndSetReference(object, offset, expected, value);
  }

  /** Clears the bits of a field that a mask does not have; returns what it was. */
  public int getAndBitwiseAndInt(Object object, long offset, int mask) {
    return (int) access(object, offset, Kind.UPDATE).getAndBitwiseAnd(object, mask);
  }

  /** Sets a field in plain mode. */
  public void putReference(Object object, long offset, @Nullable Object value) {
    access(object, offset, Kind.OPAQUE_WRITE).setOpaque(object, value);
  }

  /** Sets a field in plain mode. */
  public void putInt(Object object, long offset, int value) {
    putIntOpaque(object, offset, value);
  }

  /** Sets a field in opaque mode. */
  public void putIntOpaque(Object object, long offset, int value) {
    access(object, offset, Kind.OPAQUE_WRITE).setOpaque(object, value);
  }

  /** Waits so long, in nanoseconds. */
  public void park(boolean isAbsolute, long nanos) {
    if (isAbsolute) {
      throw new IllegalArgumentException("no copy waits up to a point in time");
    }
    Parking.parkNanos(nanos);
  }
}
