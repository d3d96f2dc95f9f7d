package dev.chanlint.explorer.race;

import dev.chanlint.explorer.engine.Drivers;
import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Goroutine;
import java.lang.reflect.Array;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What instrumented code calls before each access of memory that goroutines may share. None is a
 * scheduling point but the accesses of volatile variables.
 */
public final class Memory {

  private Memory() {}

  /** Before a read of a plain field. */
  public static void read(Shadow shadow, int site) {
    Goroutine self = arrive(site);
    if (self != null) {
      expose(shadow, self, false, site);
      Detector.of(self).read(shadow, self, site);
    }
  }

  /** Before a read of a final field that its object's constructor may not have assigned yet. */
  public static void readFinal(Shadow shadow, int site) {
    Goroutine self = arrive(site);
    if (self != null) {
      expose(shadow, self, false, site);
      Detector.of(self).readFinal(shadow, self, site);
    }
  }

  /** Before a write of a plain field. */
  public static void write(Shadow shadow, int site) {
    Goroutine self = arrive(site);
    if (self != null) {
      expose(shadow, self, true, site);
      Detector.of(self).write(shadow, self, site);
    }
  }

  /** Notes that the calling thread has come to a place; null if it is no goroutine. */
  private static @Nullable Goroutine arrive(int site) {
    Goroutine self = Execution.goroutine();
    if (self != null) {
      Detector.of(self).watch().reach(site);
    } else if (Drivers.driven() instanceof Execution driven) {
      Watch.of(driven.workload()).reach(site);
    }
    return self;
  }

  /** Makes the access a scheduling point if it is one that was seen to race. */
  private static void expose(Shadow shadow, Goroutine self, boolean write, int site) {
    if (Detector.of(self).watch().isExposed(site)) {
      self.execution().perform(new PlainAccess(location(shadow, self, site), write));
    }
  }

  /** Before a read of a volatile field. */
  public static void readVolatile(Shadow shadow, int site) {
    accessVolatile(shadow, VolatileFieldAccess.Part.READ, site);
  }

  /** Before a write of a volatile field. */
  public static void writeVolatile(Shadow shadow, int site) {
    accessVolatile(shadow, VolatileFieldAccess.Part.WRITE, site);
  }

  /** Before the write of a volatile field by an update that has read it: {@code count++}. */
  public static void updateVolatile(Shadow shadow, int site) {
    accessVolatile(shadow, VolatileFieldAccess.Part.UPDATE, site);
  }

  private static void accessVolatile(Shadow shadow, VolatileFieldAccess.Part part, int site) {
    Goroutine self = arrive(site);
    if (self != null) {
      self.execution().perform(new VolatileFieldAccess(location(shadow, self, site), part, site));
    }
  }

  private static SyncLocation location(Shadow shadow, Goroutine self, int site) {
    return location(shadow, self, () -> Sites.at(site).accessed());
  }

  /**
   * What goroutines synchronise on at a variable, named for a reader when it is first asked for.
   */
  public static SyncLocation location(Shadow shadow, Goroutine self, Supplier<String> name) {
    shadow.enter(Detector.of(self).number());
    if (shadow.location instanceof SyncLocation known) {
      return known;
    }
    Execution execution = self.execution();
    SyncLocation made = execution.lookUp(() -> new SyncLocation(execution, name.get()));
    shadow.location = made;
    return made;
  }

  /** The shadow of an array's element; null if there is no such element. */
  public static @Nullable Shadow element(Goroutine self, Object array, int index) {
    return Detector.of(self).element(array, index);
  }

  /** Before a read of an array's element. */
  public static void readElement(@Nullable Object array, int index, int site) {
    Goroutine self = arrive(site);
    if (self != null && array != null) {
      Detector detector = Detector.of(self);
      Shadow shadow = detector.element(array, index);
      if (shadow != null) {
        expose(shadow, self, false, site);
        detector.read(shadow, self, site);
      }
    }
  }

  /** Before a write of an array's element. */
  public static void writeElement(@Nullable Object array, int index, int site) {
    Goroutine self = arrive(site);
    if (self != null && array != null) {
      Detector detector = Detector.of(self);
      Shadow shadow = detector.element(array, index);
      if (shadow != null) {
        expose(shadow, self, true, site);
        detector.write(shadow, self, site);
      }
    }
  }

  /**
   * Before an access of several elements of an array.
   *
   * @param count how many; negative for all
   */
  public static void accessElements(
      @Nullable Object array, int from, int count, boolean write, int site) {
    if (array == null || !array.getClass().isArray()) {
      return; // the call itself throws
    }
    int end = count < 0 ? Array.getLength(array) : from + count;
    for (int i = from; i < end; i++) {
      if (write) {
        writeElement(array, i, site);
      } else {
        readElement(array, i, site);
      }
    }
  }

  /** Before an access of a collection, or other JDK object, that is not safe for threads. */
  public static void access(Object object, boolean write, int site) {
    Goroutine self = Execution.goroutine();
    if (self != null) {
      access(Detector.of(self).collection(object), self, write, site);
    }
  }

  /** Before a use of an iterator's position. */
  public static void accessPosition(Object iterator, boolean write, int site) {
    Goroutine self = Execution.goroutine();
    if (self != null) {
      access(Detector.of(self).position(iterator), self, write, site);
    }
  }

  /** Before a call that asks how many elements a collection has. */
  public static void accessSize(Object collection, int site) {
    Goroutine self = Execution.goroutine();
    if (self != null) {
      accessPart(Detector.of(self).collection(collection), self, false, site);
    }
  }

  /**
   * Before a read or a replacement of one element of a list, or of a value in a map.
   *
   * @param key the index or the key
   */
  public static void accessElement(
      Object collection, @Nullable Object key, boolean write, int site) {
    Goroutine self = Execution.goroutine();
    if (self == null) {
      return;
    }
    Detector detector = Detector.of(self);
    Shadow whole = detector.collection(collection);
    if (detector.isView(collection)) {
      access(whole, self, write, site); // the index is not that of what it is a view of
      return;
    }
    accessPart(whole, self, write, site);
    Shadow element = detector.elementOf(collection, key);
    if (write) {
      detector.write(element, self, site);
    } else {
      detector.read(element, self, site);
    }
  }

  private static void accessPart(Shadow whole, Goroutine self, boolean write, int site) {
    expose(whole, self, write, site);
    Detector.of(self).part(whole, self, write, site);
  }

  private static void access(Shadow shadow, Goroutine self, boolean write, int site) {
    expose(shadow, self, write, site);
    if (write) {
      Detector.of(self).write(shadow, self, site);
    } else {
      Detector.of(self).read(shadow, self, site);
    }
  }

  /** After a view or iterator of such an object was made. */
  public static void derive(Object view, Object parent) {
    Goroutine self = Execution.goroutine();
    if (self != null) {
      Detector.of(self).derive(view, parent);
    }
  }

  /** What the goroutine reads plainly from here on may turn out to be read in vain. */
  public static void beginOptimistic(Goroutine self) {
    Detector.of(self).beginOptimistic(self);
  }

  /** Whether that was valid: what was read in vain races with nothing. */
  public static void endOptimistic(Goroutine self, boolean valid) {
    Detector.of(self).endOptimistic(self, valid);
  }

  /** Before any other operation that a verdict may want to know was reached. */
  public static void reach(int site) {
    arrive(site);
  }

  /** Before a call that does something with a time: one that a ticker has sent passes. */
  public static void lookAtTime() {
    Goroutine self = Execution.goroutine();
    if (self != null) {
      self.execution().progress();
    }
  }

  /**
   * At a backward jump.
   *
   * @param carries whether the loop may keep something in a local variable from round to round
   */
  public static void backEdge(boolean carries) {
    Goroutine self = Execution.goroutine();
    if (self != null) {
      if (carries) {
        self.execution().progress();
      }
      self.execution().backEdge();
    }
  }
}
