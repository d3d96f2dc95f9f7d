package dev.chanlint.explorer.hook;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.race.Memory;
import dev.chanlint.explorer.race.SyncLocation;
import dev.chanlint.explorer.race.VolatileAccess;
import org.jspecify.annotations.Nullable;

/** What code under test does to collections and other mutable objects of the JDK. */
public final class Collections {

  /** What an object of a class is to goroutines that share it. */
  private enum Sharing {
    /** Nothing to check: immutable, or of a class under test, which is instrumented itself. */
    NONE,
    /** A plain object: unordered accesses race. */
    UNSAFE,
    /** Each call is one step that synchronises. */
    SAFE
  }

  private static final ClassValue<Sharing> SHARING =
      new ClassValue<>() {
        @Override
        protected Sharing computeValue(Class<?> type) {
          return classify(type);
        }
      };

  private Collections() {}

  /** Before a call that reads or writes the object. */
  public static void access(@Nullable Object object, boolean write, int site) {
    if (object == null) {
      return;
    }
    switch (SHARING.get(object.getClass())) {
      case NONE -> {}
      case UNSAFE -> Memory.access(object, write, site);
      case SAFE -> synchronize(object, write);
    }
  }

  private static void synchronize(Object object, boolean write) {
    Goroutine self = Execution.goroutine();
    if (self != null) {
      SyncLocation location = SyncLocation.of(self.execution(), object);
      VolatileAccess.Kind kind = write ? VolatileAccess.Kind.UPDATE : VolatileAccess.Kind.READ;
      self.execution().perform(new VolatileAccess(location, kind, write ? "update" : "read"));
    }
  }

  /** After a call whose result is a view or an iterator of the object. */
  public static void derived(@Nullable Object view, @Nullable Object object) {
    if (view != null
        && object != null
        && view != object
        && SHARING.get(object.getClass()) == Sharing.UNSAFE
        && SHARING.get(view.getClass()) == Sharing.UNSAFE) {
      Memory.derive(view, object);
    }
  }

  private static Sharing classify(Class<?> type) {
    Class<?> jdk = type;
    while (jdk.getClassLoader() != null) {
      jdk = jdk.getSuperclass();
    }
    String name = jdk.getName();
    if (name.startsWith("java.util.concurrent.")
        || name.startsWith("java.util.Collections$Synchronized")
        || name.equals("java.lang.StringBuffer")
        || isIn(jdk, "java.util.Vector", "java.util.Hashtable")) {
      return Sharing.SAFE;
    }
    boolean immutable =
        name.startsWith("java.util.ImmutableCollections")
            || name.startsWith("java.util.Collections$")
            || name.startsWith("java.util.Abstract")
            || name.equals("java.lang.Object")
            || name.equals("java.util.KeyValueHolder");
    boolean mutable =
        name.startsWith("java.util.")
            && (Iterable.class.isAssignableFrom(jdk)
                || java.util.Map.class.isAssignableFrom(jdk)
                || java.util.Iterator.class.isAssignableFrom(jdk)
                || java.util.Map.Entry.class.isAssignableFrom(jdk)
                || name.equals("java.util.BitSet")
                || name.equals("java.util.StringJoiner"));
    return !immutable && mutable || name.equals("java.lang.StringBuilder")
        ? Sharing.UNSAFE
        : Sharing.NONE;
  }

  private static boolean isIn(Class<?> type, String... ancestors) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      if (java.util.Arrays.asList(ancestors).contains(c.getName())) {
        return true;
      }
    }
    return false;
  }
}
