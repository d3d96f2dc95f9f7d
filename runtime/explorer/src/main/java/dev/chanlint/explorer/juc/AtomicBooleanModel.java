package dev.chanlint.explorer.juc;

import dev.chanlint.explorer.race.Located;
import dev.chanlint.explorer.race.SyncLocation;
import java.util.concurrent.atomic.AtomicBoolean;

/** {@link AtomicBoolean} that knows its location, and so where it was made. */
public class AtomicBooleanModel extends AtomicBoolean implements Located {

  private static final long serialVersionUID = 1L;

  private final transient PerExecution<SyncLocation> location =
      new PerExecution<>(e -> new SyncLocation(e, "AtomicBoolean", () -> get() ? 1 : 0));

  /** {@link AtomicBoolean#AtomicBoolean()}. */
  public AtomicBooleanModel() {}

  /** {@link AtomicBoolean#AtomicBoolean(boolean)}. */
  public AtomicBooleanModel(boolean initial) {
    super(initial);
  }

  @Override
  public SyncLocation location() {
    return location.get();
  }
}
