package dev.chanlint.explorer.juc;

import dev.chanlint.explorer.race.Located;
import dev.chanlint.explorer.race.SyncLocation;
import java.util.concurrent.atomic.AtomicInteger;

/** {@link AtomicInteger} that knows its location, and so where it was made. */
public class AtomicIntegerModel extends AtomicInteger implements Located {

  private static final long serialVersionUID = 1L;

  private final transient PerExecution<SyncLocation> location =
      new PerExecution<>(e -> new SyncLocation(e, "AtomicInteger", this::get));

  /** {@link AtomicInteger#AtomicInteger()}. */
  public AtomicIntegerModel() {}

  /** {@link AtomicInteger#AtomicInteger(int)}. */
  public AtomicIntegerModel(int initial) {
    super(initial);
  }

  @Override
  public SyncLocation location() {
    return location.get();
  }
}
