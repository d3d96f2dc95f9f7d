package dev.chanlint.explorer.juc;

import dev.chanlint.explorer.race.Located;
import dev.chanlint.explorer.race.SyncLocation;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** {@link AtomicReference} that knows its location, and so where it was made. */
public class AtomicReferenceModel<V extends @Nullable Object> extends AtomicReference<V>
    implements Located {

  private static final long serialVersionUID = 1L;

  private final transient PerExecution<SyncLocation> location =
      new PerExecution<>(e -> new SyncLocation(e, "AtomicReference", () -> e.identity(getPlain())));

  /** {@link AtomicReference#AtomicReference()}. */
  public AtomicReferenceModel() {}

  /** {@link AtomicReference#AtomicReference(Object)}. */
  public AtomicReferenceModel(V initial) {
    super(initial);
  }

  @Override
  public SyncLocation location() {
    return location.get();
  }
}
