package dev.chanlint.explorer.hook;

import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.race.SyncLocation;
import dev.chanlint.explorer.race.VolatileAccess;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A change of what a concurrent map has for a key, and the function that computes the value.
 * Changes of a {@link ConcurrentHashMap} exclude one another: while the function of one runs, those
 * of the same key wait. If the function makes no step the whole is one; else the value becomes
 * visible with a step of its own, at the function's end.
 */
final class Computation implements Maps.Around {

  private final Goroutine self;
  private final SyncLocation location;
  private final @Nullable EntryLock lock;
  private final @Nullable ConcurrentHashMap<?, ?> map;
  private final @Nullable Object key;

  /** Whether this goroutine is computing the value already, and would change it meanwhile. */
  private final boolean again;

  private boolean running;
  private boolean closed;

  Computation(Goroutine self, Object map, @Nullable Object key) {
    this.self = self;
    this.location = SyncLocation.of(self.execution(), map);
    this.map =
        map instanceof ConcurrentHashMap<?, ?> locking && map.getClass() == ConcurrentHashMap.class
            ? locking
            : null;
    this.key = key;
    this.lock =
        this.map == null || key == null || !Maps.isPlain(key)
            ? null
            : EntryLock.of(self.execution(), this.map, key);
    this.again = lock != null && lock.isUsedBy(self);
  }

  /**
   * Changes the map, or begins to.
   *
   * @param ifAbsent whether it looks first whether there is a value, and leaves that alone
   */
  void begin(boolean ifAbsent) {
    self.execution().perform(new Begin(ifAbsent));
  }

  /** Has the function compute the value. */
  @Override
  public <T> T run(Supplier<T> function) {
    int before = self.steps();
    start();
    try {
      return function.get();
    } finally {
      stop();
      if (self.steps() == before) {
        location.publish(self);
      } else {
        self.execution().perform(new End());
      }
    }
  }

  private void start() {
    running = true;
    if (lock != null && !again) {
      lock.use(self);
    }
  }

  private void stop() {
    running = false;
    if (lock != null && !again) {
      lock.leave();
    }
  }

  private final class Begin extends VolatileAccess {

    private final boolean ifAbsent;

    Begin(boolean ifAbsent) {
      super(location, Kind.UPDATE, Kind.UPDATE.text());
      this.ifAbsent = ifAbsent;
    }

    @Override
    public String state() {
      return enabled(0) ? super.state() : "ConcurrentHashMap entry";
    }

    @Override
    public boolean enabled(int alternative) {
      return lock == null || again || !lock.bars(ifAbsent);
    }

    @Override
    public void footprint(int alternative, Footprint into) {
      super.footprint(alternative, into);
      if (lock != null) {
        into.writes(lock.cell());
      }
    }

    @Override
    protected void afterwards() {
      super.afterwards();
      if (lock != null && map != null && running && !again) {
        lock.close(map.get(key) != null);
        closed = true;
      }
    }
  }

  private final class End extends VolatileAccess {

    End() {
      super(location, Kind.UPDATE, Kind.UPDATE.text());
    }

    @Override
    public void footprint(int alternative, Footprint into) {
      super.footprint(alternative, into);
      if (lock != null) {
        into.writes(lock.cell());
      }
    }

    @Override
    public void execute(int alternative) {
      super.execute(alternative);
      if (lock != null && closed) {
        lock.open();
        closed = false;
      }
    }
  }
}
