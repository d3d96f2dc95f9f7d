package dev.chanlint.explorer.race;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Resource;
import dev.chanlint.explorer.engine.VectorClock;

/** A variable whose accesses synchronise: a volatile field, an atomic, a concurrent collection. */
public final class SyncLocation extends Resource {

  private final VectorClock clock = new VectorClock();

  /**
   * Makes one.
   *
   * @param kind what it is, for a reader
   */
  public SyncLocation(Execution execution, String kind) {
    super(execution, kind);
  }

  /** What happens before an access that sees the last write. */
  public VectorClock clock() {
    return clock;
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
}
