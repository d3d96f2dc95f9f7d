package dev.chanlint.model.machine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of a lock: exclusive, or shared by readers. */
public final class LockFacet implements Facet {

  /** How a lock treats its holder and its readers. */
  public enum Kind {
    /** Not reentrant, no owner, a waiting writer holds back new readers. */
    GO,
    /** Reentrant by owner. */
    REENTRANT,
    /** A monitor. */
    MONITOR
  }

  private final Kind kind;
  private final Clock released = new Clock();
  private final Clock readersReleased = new Clock();
  private final List<Goroutine> readers = new ArrayList<>();
  private @Nullable Goroutine writer;
  private int depth;
  private int waitingWriters;

  /**
   * A free lock.
   *
   * @param kind how it behaves
   */
  public LockFacet(Kind kind) {
    this.kind = kind;
  }

  /**
   * How it behaves.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * Who has it exclusively.
   *
   * @return the last to acquire it, or null
   */
  public @Nullable Goroutine writer() {
    return writer;
  }

  /**
   * Who has it for reading.
   *
   * @return each as often as it acquired it
   */
  public List<Goroutine> readers() {
    return readers;
  }

  /**
   * Whether a goroutine could take it now.
   *
   * @param by who
   * @param shared whether for reading
   * @return true if so
   */
  public boolean isAvailable(Goroutine by, boolean shared) {
    boolean reentrant = kind != Kind.GO;
    if (writer != null) {
      return reentrant && writer == by;
    }
    if (shared) {
      return waitingWriters == 0 || (reentrant && readers.contains(by));
    }
    return readers.isEmpty();
  }

  /**
   * Whether a try without waiting would take it now; waiting writers do not hold it back for JDK
   * locks.
   *
   * @param by who
   * @param shared whether for reading
   * @return true if so
   */
  public boolean isTryable(Goroutine by, boolean shared) {
    return isAvailable(by, shared) || (shared && kind != Kind.GO && writer == null);
  }

  /** Counts a writer that waits. */
  public void writerWaits() {
    waitingWriters++;
  }

  /** Counts a writer that waits no more. */
  public void writerWaitsNoMore() {
    waitingWriters--;
  }

  /**
   * Takes it.
   *
   * @param by who
   * @param shared whether for reading
   */
  public void acquire(Goroutine by, boolean shared) {
    if (shared) {
      readers.add(by);
    } else {
      writer = by;
      depth++;
      by.clock().join(readersReleased);
    }
    by.clock().join(released);
  }

  /**
   * Orders what a goroutine does from now on after all writers so far, without taking the lock.
   *
   * @param by who
   */
  public void observe(Goroutine by) {
    by.clock().join(released);
  }

  /**
   * Gives it back.
   *
   * @param by who
   * @param shared whether it was for reading
   * @return false if it was not held
   */
  public boolean release(Goroutine by, boolean shared) {
    if (shared) {
      if (!removeReader(by)) {
        return false;
      }
      readersReleased.join(by.clock());
    } else {
      if (writer == null || (kind != Kind.GO && writer != by)) {
        return false;
      }
      depth--;
      released.join(by.clock());
      if (depth == 0) {
        writer = null;
      }
    }
    by.clock().tick(by.number());
    return true;
  }

  private boolean removeReader(Goroutine by) {
    if (readers.remove(by)) {
      return true;
    }
    if (kind == Kind.GO && !readers.isEmpty()) {
      readers.removeFirst();
      return true;
    }
    return false;
  }

  /**
   * How often the holder has it.
   *
   * @return 0 if free
   */
  public int depth() {
    return depth;
  }

  /**
   * Gives it back as often as it was taken.
   *
   * @param by the holder
   * @return how often that was
   */
  public int releaseFully(Goroutine by) {
    int had = depth;
    for (int i = 0; i < had; i++) {
      release(by, false);
    }
    return had;
  }

  @Override
  public @Nullable Handler method(String name, int arity) {
    return null;
  }

  @Override
  public void fingerprint(Fingerprint sink) {
    sink.add(writer);
    sink.add(depth);
    sink.add(waitingWriters);
    readers.forEach(sink::add);
  }
}
