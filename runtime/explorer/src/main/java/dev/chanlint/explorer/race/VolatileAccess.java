package dev.chanlint.explorer.race;

import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Operation;
import dev.chanlint.explorer.engine.Resource;

/**
 * An access of a variable that synchronises; the access itself follows on the goroutine, before its
 * next operation. What came before a write happens before what follows every later read (JLS
 * 17.4.4), so a location's clock takes in one write after the other.
 */
public class VolatileAccess extends Operation {

  /** What is done to the variable. */
  public enum Kind {
    /** It is read. */
    READ,
    /** It is written. */
    WRITE,
    /** It is read and written at once. */
    UPDATE
  }

  private final SyncLocation location;
  private final Kind kind;
  private final String name;

  /**
   * Makes one.
   *
   * @param name what a witness calls it
   */
  public VolatileAccess(SyncLocation location, Kind kind, String name) {
    this.location = location;
    this.kind = kind;
    this.name = name;
  }

  static VolatileAccess read(SyncLocation location) {
    return new VolatileAccess(location, Kind.READ, "read");
  }

  static VolatileAccess write(SyncLocation location) {
    return new VolatileAccess(location, Kind.WRITE, "write");
  }

  @Override
  public String state() {
    return "running";
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Resource resource() {
    return location;
  }

  @Override
  public boolean enabled(int alternative) {
    return true;
  }

  @Override
  public boolean isForeseeable() {
    return true;
  }

  @Override
  public void footprint(int alternative, Footprint into) {
    if (changes(alternative)) {
      into.writes(location.cell());
    } else {
      into.reads(location.cell());
    }
  }

  @Override
  public boolean changes(int alternative) {
    return kind != Kind.READ;
  }

  @Override
  protected void afterwards() {
    if (kind != Kind.READ) {
      location.written();
    }
  }

  @Override
  public void execute(int alternative) {
    if (kind != Kind.WRITE) {
      goroutine().acquire(location.clock());
    }
    if (changes(alternative)) {
      goroutine().release(location.clock());
    }
  }
}
