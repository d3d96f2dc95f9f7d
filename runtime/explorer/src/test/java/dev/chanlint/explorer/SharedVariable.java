package dev.chanlint.explorer;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Operation;
import dev.chanlint.explorer.engine.Resource;
import dev.chanlint.explorer.engine.Store;
import dev.chanlint.explorer.engine.VectorClock;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * A volatile or atomic variable. Each method is the visible operation that comes just before the
 * access itself, which the caller makes on its return. A read sees what happened before every write
 * that it may see; a failed compare-and-set is a read.
 */
final class SharedVariable extends Resource {

  private final VectorClock written = new VectorClock();

  private final Store store;
  private final IntSupplier value;

  private SharedVariable(Execution execution, String kind, IntSupplier value) {
    super(execution, kind);
    this.store = execution.store();
    this.value = value;
    store.init(cell(), value.getAsInt());
  }

  /**
   * The variable that is a part of an object.
   *
   * @param owner the object, or the class of a static variable
   * @param key tells apart the owner's variables; its text names it in a witness
   * @param value its present value
   */
  public static SharedVariable of(Object owner, Object key, IntSupplier value) {
    Execution execution = Execution.require();
    return execution.attachment(
        owner, key, () -> new SharedVariable(execution, String.valueOf(key), value));
  }

  /** A read. */
  public void read() {
    Execution.require().perform(new Access("read", false, true, () -> true));
  }

  /** A write. */
  public void write() {
    Execution.require().perform(new Access("write", true, false, () -> true));
  }

  /** An unconditional read and write in one. */
  public void update() {
    Execution.require().perform(new Access("update", true, true, () -> true));
  }

  /**
   * A compare-and-set.
   *
   * @param expected the value with which it succeeds
   */
  public void compareAndSet(int expected) {
    Execution.require()
        .perform(new Access("compareAndSet", true, true, () -> store.get(cell()) == expected));
  }

  private final class Access extends Operation {

    private final String name;
    private final boolean writes;
    private final boolean reads;
    private final BooleanSupplier succeeds;

    Access(String name, boolean writes, boolean reads, BooleanSupplier succeeds) {
      this.name = name;
      this.writes = writes;
      this.reads = reads;
      this.succeeds = succeeds;
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
      return SharedVariable.this;
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
        into.writes(cell());
      } else {
        into.reads(cell());
      }
    }

    @Override
    public void interest(Footprint into) {
      if (writes) {
        into.writes(cell());
      } else {
        into.reads(cell());
      }
    }

    @Override
    protected void afterwards() {
      store.set(cell(), value.getAsInt());
    }

    @Override
    public void execute(int alternative) {
      boolean change = changes(alternative);
      if (reads) {
        goroutine().acquire(written);
      }
      if (change) {
        goroutine().release(written);
      }
    }

    @Override
    public boolean changes(int alternative) {
      return writes && succeeds.getAsBoolean();
    }
  }
}
