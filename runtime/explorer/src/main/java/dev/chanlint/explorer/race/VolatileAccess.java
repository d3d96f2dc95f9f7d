package dev.chanlint.explorer.race;

import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Operation;
import org.jspecify.annotations.Nullable;

/**
 * An atomic access of a variable; the access itself follows on the goroutine, before its next
 * operation. What came before a volatile write happens before what follows every later volatile
 * read (JLS 17.4.4), so a location's clock takes in one write after the other; the weaker modes
 * order as {@link java.lang.invoke.VarHandle} says.
 */
public class VolatileAccess extends Operation {

  /** What is done to the variable. */
  public enum Kind {
    /** A volatile read, or one in acquire mode. */
    READ("read", false, true, Order.NONE),
    /** A read that orders nothing. */
    OPAQUE_READ("read", false, false, Order.NONE),
    /** A volatile write. */
    WRITE("write", true, false, Order.PUBLISH),
    /** A write in release mode. */
    RELEASE("write", true, false, Order.RELEASE),
    /** A write that orders nothing. */
    OPAQUE_WRITE("write", true, false, Order.HIDE),
    /** A volatile read and write at once. */
    UPDATE("update", true, true, Order.PUBLISH),
    /** A read and write at once, only the read of which orders. */
    ACQUIRING_UPDATE("update", true, true, Order.NONE),
    /** A read and write at once, only the write of which orders. */
    RELEASING_UPDATE("update", true, false, Order.PUBLISH),
    /** A read and write at once that orders nothing. */
    OPAQUE_UPDATE("update", true, false, Order.NONE),
    /** A write, before later reads, that commutes with others of its kind. */
    ADD("add", true, false, Order.PUBLISH);

    private enum Order {
      NONE,
      PUBLISH,
      RELEASE,
      HIDE
    }

    private final String text;
    private final boolean writes;
    private final boolean acquires;
    private final Order order;

    Kind(String text, boolean writes, boolean acquires, Order order) {
      this.text = text;
      this.writes = writes;
      this.acquires = acquires;
      this.order = order;
    }

    /** What a witness calls it. */
    public String text() {
      return text;
    }
  }

  private final SyncLocation location;
  private final Kind kind;
  private final String name;
  private final @Nullable Shadow shadow;
  private final int site;

  /**
   * Makes one of a variable that nobody accesses otherwise.
   *
   * @param name what a witness calls it
   */
  public VolatileAccess(SyncLocation location, Kind kind, String name) {
    this(location, kind, name, null, 0);
  }

  /**
   * Makes one of a variable that may be accessed plainly too.
   *
   * @param shadow the variable's; null if it is never accessed plainly
   * @param site where the access is
   */
  public VolatileAccess(
      SyncLocation location, Kind kind, String name, @Nullable Shadow shadow, int site) {
    this.location = location;
    this.kind = kind;
    this.name = name;
    this.shadow = shadow;
    this.site = site;
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
  public SyncLocation resource() {
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
    if (kind == Kind.ADD) {
      into.adds(location.cell());
    } else if (changes(alternative)) {
      into.writes(location.cell());
    } else {
      into.reads(location.cell());
    }
  }

  @Override
  public boolean changes(int alternative) {
    return kind.writes;
  }

  @Override
  protected void afterwards() {
    if (kind.writes) {
      location.written();
    }
  }

  @Override
  public void execute(int alternative) {
    boolean writes = changes(alternative);
    if (kind.acquires) {
      location.acquire(goroutine());
    }
    if (shadow != null) {
      Detector.of(goroutine()).atomic(shadow, goroutine(), writes, site);
    }
    if (writes) {
      switch (kind.order) {
        case PUBLISH -> location.publish(goroutine());
        case RELEASE -> location.release(goroutine());
        case HIDE -> location.hide();
        case NONE -> {}
      }
    }
  }
}
