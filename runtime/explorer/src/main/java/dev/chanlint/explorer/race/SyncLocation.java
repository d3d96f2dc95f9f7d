package dev.chanlint.explorer.race;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.engine.Resource;
import dev.chanlint.explorer.engine.Store;
import dev.chanlint.explorer.engine.VectorClock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A variable whose accesses synchronise: a volatile field, an atomic, a concurrent collection. */
public final class SyncLocation extends Resource {

  /** What came before some volatile write: it happens before all that follows a later read. */
  private final VectorClock clock = new VectorClock();

  private final Store store;
  private final @Nullable LongSupplier value;

  private final Updates updates = new Updates();

  /** What came before the last write if that was a release; null if it was another. */
  private @Nullable VectorClock released;

  /**
   * Makes one.
   *
   * @param kind what it is, for a reader
   */
  public SyncLocation(Execution execution, String kind) {
    this(execution, kind, null);
  }

  /**
   * Makes one whose value the search is to know, to foresee what compares it.
   *
   * @param kind what it is, for a reader
   * @param value its present value, or the number of the object that it is; null if that is not to
   *     be told
   */
  public SyncLocation(Execution execution, String kind, @Nullable LongSupplier value) {
    super(execution, kind);
    this.store = execution.store();
    this.value = value;
    if (value != null) {
      store.init(cell(), value.getAsLong());
    }
  }

  /** Whether the search knows its value. */
  public boolean isKnown() {
    return value != null;
  }

  /** Whether the value, as the search knows it, is this. */
  public boolean holds(long expected) {
    return store.get(cell()) == expected;
  }

  /** Takes note of its value. */
  public void written() {
    if (value != null) {
      store.set(cell(), value.getAsLong());
    }
  }

  /** That of an object, told apart by identity. */
  public static SyncLocation of(Execution execution, Object object) {
    if (object instanceof Located located) {
      return located.location();
    }
    return execution.attachment(
        object,
        SyncLocation.class,
        () -> new SyncLocation(execution, object.getClass().getSimpleName()));
  }

  Updates updates() {
    return updates;
  }

  /** A goroutine reads it and is ordered after what was written. */
  void acquire(Goroutine reader) {
    reader.acquire(clock);
    if (released != null) {
      reader.acquire(released);
    }
  }

  /** A volatile write, or an update that releases: all of them are ordered before later reads. */
  public void publish(Goroutine writer) {
    writer.release(clock);
  }

  /** A write in release mode: a read that sees it is ordered after it, and after no earlier one. */
  void release(Goroutine writer) {
    VectorClock last = new VectorClock();
    writer.release(last);
    released = last;
  }

  /** A write that orders nothing: it hides what was released before. */
  void hide() {
    released = null;
  }
}
