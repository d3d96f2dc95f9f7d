package dev.chanlint.explorer.hook;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.race.Memory;
import dev.chanlint.explorer.race.SyncLocation;
import dev.chanlint.explorer.race.VolatileAccess;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
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
    SAFE,
    /** Each call holds the object's monitor; its iterators do not. */
    GUARDED,
    /** What is done to it is done to what it wraps. */
    WRAPPER
  }

  private static final ClassValue<Sharing> SHARING =
      new ClassValue<>() {
        @Override
        protected Sharing computeValue(Class<?> type) {
          return classify(type);
        }
      };

  /** Classes of which each method call holds the monitor. */
  private static final List<String> GUARDED =
      List.of("java.util.Vector", "java.util.Hashtable", "java.lang.StringBuffer");

  /** Classes, with what is below them, that are mutable and not safe for threads. */
  private static final List<Class<?>> MUTABLE =
      List.of(
          Iterable.class,
          java.util.Map.class,
          java.util.Iterator.class,
          java.util.Enumeration.class,
          java.util.Map.Entry.class,
          java.util.BitSet.class,
          java.util.Calendar.class,
          java.util.StringJoiner.class,
          java.util.regex.Matcher.class,
          java.text.Format.class,
          java.nio.Buffer.class,
          StringBuilder.class);

  /** What goes through the keys of a map and sees none of its values. */
  private static final Set<String> OF_KEYS =
      Set.of(
          "java.util.HashMap$KeySet",
          "java.util.HashMap$KeyIterator",
          "java.util.TreeMap$KeySet",
          "java.util.TreeMap$KeyIterator");

  private Collections() {}

  /** Before a call that reads or writes the object. */
  public static void access(@Nullable Object object, boolean write, int site) {
    if (object != null) {
      access(object, write, of -> accessAll(object, write, of, write, site));
    }
  }

  /** Before a call that moves an iterator: it changes that, and reads what that goes through. */
  public static void advance(@Nullable Object iterator, int site) {
    if (iterator != null) {
      access(iterator, true, of -> accessAll(iterator, true, of, false, site));
    }
  }

  /** Before a call that asks how many elements there are. */
  public static void count(@Nullable Object collection, int site) {
    access(collection, false, of -> Memory.accessSize(of, site));
  }

  /** Before a call that reads or replaces one element of a list. */
  public static void accessElement(@Nullable Object list, int index, boolean write, int site) {
    access(list, write, of -> Memory.accessElement(of, index, write, site));
  }

  /**
   * Has a plain object accessed. What is safe, and an iterator or view of that, synchronises
   * instead.
   */
  private static void access(@Nullable Object object, boolean write, Consumer<Object> plainly) {
    if (object == null) {
      return;
    }
    switch (SHARING.get(object.getClass())) {
      case NONE -> {}
      case UNSAFE -> {
        Object safe = wrapped(object);
        if (safe == null) {
          plainly.accept(object);
        } else {
          synchronize(safe, write);
        }
      }
      case SAFE -> synchronize(object, write);
      case GUARDED -> {
        Monitors.enter(object);
        plainly.accept(object);
        Monitors.exit(object);
      }
      case WRAPPER -> access(wrapped(object), write, plainly);
    }
  }

  /** An iterator has a position of its own beside what it goes through. */
  private static void accessAll(Object object, boolean moves, Object of, boolean write, int site) {
    if (isIterator(object)) {
      Memory.accessPosition(object, moves, site);
    }
    if (!write && OF_KEYS.contains(object.getClass().getName())) {
      Memory.accessSize(of, site);
    } else {
      Memory.access(of, write, site);
    }
  }

  private static boolean isIterator(Object object) {
    return object instanceof java.util.Iterator || object instanceof java.util.Enumeration;
  }

  /** What goroutines synchronise on in calls of the object; null if they do not. */
  static @Nullable Object synchronizedOn(Object object) {
    if (SHARING.get(object.getClass()) != Sharing.SAFE) {
      return null;
    }
    Object of = wrapped(object);
    return of == null ? object : of;
  }

  /** Whether its calls hold its monitor. */
  static boolean isGuarded(Object object) {
    return SHARING.get(object.getClass()) == Sharing.GUARDED;
  }

  private static void synchronize(Object object, boolean write) {
    Goroutine self = Execution.goroutine();
    if (self != null) {
      Object of = wrapped(object);
      SyncLocation location = SyncLocation.of(self.execution(), of == null ? object : of);
      VolatileAccess.Kind kind = write ? VolatileAccess.Kind.UPDATE : VolatileAccess.Kind.READ;
      self.execution().perform(new VolatileAccess(location, kind, kind.text()));
    }
  }

  /** After a call whose result is a view or an iterator of the object, or wraps it. */
  public static void derived(@Nullable Object view, @Nullable Object object) {
    if (view == null || object == null || view == object || isElement(view, object)) {
      return;
    }
    Sharing of = SHARING.get(view.getClass());
    switch (SHARING.get(object.getClass())) {
      case NONE -> {}
      case UNSAFE, GUARDED -> {
        if (of == Sharing.UNSAFE) {
          Memory.derive(view, object);
        } else if (of == Sharing.WRAPPER) {
          wrap(view, object);
        }
        Object safe = wrapped(object);
        if (safe != null) {
          wrap(view, safe);
        }
      }
      case SAFE -> {
        Object innermost = wrapped(object);
        if (of != Sharing.NONE) {
          wrap(view, innermost == null ? object : innermost);
        }
      }
      case WRAPPER -> derived(view, wrapped(object));
    }
  }

  /** What an iterator gives is an object of its own, unless it is an entry of a map. */
  private static boolean isElement(Object given, Object by) {
    return isIterator(by) && !(given instanceof java.util.Map.Entry);
  }

  private static void wrap(Object view, Object object) {
    Execution execution = Execution.current();
    if (execution != null) {
      execution.attachment(view, Sharing.WRAPPER, () -> new Object[1])[0] = object;
    }
  }

  private static @Nullable Object wrapped(Object view) {
    Execution execution = Execution.current();
    return execution == null
        ? null
        : execution.<Object[]>attachment(view, Sharing.WRAPPER, () -> new Object[1])[0];
  }

  private static Sharing classify(Class<?> type) {
    Class<?> jdk = type;
    while (jdk.getClassLoader() != null) {
      jdk = jdk.getSuperclass();
    }
    String name = jdk.getName();
    if (name.startsWith("java.util.concurrent.")) {
      return Sharing.SAFE;
    }
    if (name.startsWith("java.util.Collections$Synchronized") || isGuarded(jdk)) {
      return Sharing.GUARDED;
    }
    if (name.startsWith("java.util.Collections$")) {
      return isWrapper(name) ? Sharing.WRAPPER : Sharing.NONE;
    }
    boolean immutable =
        name.startsWith("java.util.ImmutableCollections")
            || name.startsWith("java.util.Abstract")
            || name.equals("java.lang.Object")
            || name.equals("java.util.KeyValueHolder");
    boolean known = name.startsWith("java.") || name.startsWith("sun.util.");
    return !immutable && known && isMutable(jdk) ? Sharing.UNSAFE : Sharing.NONE;
  }

  private static boolean isMutable(Class<?> jdk) {
    boolean path = java.nio.file.Path.class.isAssignableFrom(jdk);
    return !path && MUTABLE.stream().anyMatch(mutable -> mutable.isAssignableFrom(jdk));
  }

  private static boolean isWrapper(String name) {
    String simple = name.substring(name.indexOf('$') + 1);
    return simple.startsWith("Unmodifiable")
        || simple.startsWith("Checked")
        || simple.equals("SetFromMap")
        || simple.equals("SequencedSetFromMap")
        || simple.equals("AsLIFOQueue");
  }

  private static boolean isGuarded(Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      if (GUARDED.contains(c.getName())) {
        return true;
      }
    }
    return false;
  }
}
