package dev.chanlint.explorer.juc;

import dev.chanlint.explorer.race.Located;
import dev.chanlint.explorer.race.SyncLocation;
import java.util.concurrent.atomic.AtomicLong;

/** {@link AtomicLong} that knows its location, and so where it was made. */
public class AtomicLongModel extends AtomicLong implements Located {

  private static final long serialVersionUID = 1L;

  private final transient PerExecution<SyncLocation> location =
      new PerExecution<>(e -> new SyncLocation(e, "AtomicLong", this::get));

  /** {@link AtomicLong#AtomicLong()}. */
  public AtomicLongModel() {}

  /** {@link AtomicLong#AtomicLong(long)}. */
  public AtomicLongModel(long initial) {
    super(initial);
  }

  @Override
  public SyncLocation location() {
    return location.get();
  }
}
