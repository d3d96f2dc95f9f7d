package dev.chanlint.runtime.engine;

import org.jspecify.annotations.Nullable;

/**
 * What a select did. A goroutine's next select uses the same one again, so this is to be read
 * before that. Belongs to the thread that selected.
 */
public final class Selected {

  private int index;
  private @Nullable Object value;
  private boolean ok;

  /** Creates one for what is still to be done. */
  Selected() {}

  /**
   * Creates one for what was done.
   *
   * @param index the index of the case performed, {@link Engine#DEFAULT} or {@link Engine#TIMEOUT}
   * @param value the value received; null from a closed channel and if nothing was received
   * @param ok whether a receive was performed and its value was sent; false from a closed channel
   */
  public Selected(int index, @Nullable Object value, boolean ok) {
    this.index = index;
    this.value = value;
    this.ok = ok;
  }

  /** Says what was done. */
  Selected set(int performed, @Nullable Object received, boolean sent) {
    index = performed;
    value = received;
    ok = sent;
    return this;
  }

  /**
   * Which case was performed.
   *
   * @return its index, {@link Engine#DEFAULT} or {@link Engine#TIMEOUT}
   */
  public int index() {
    return index;
  }

  /**
   * The value received, which this then keeps alive no longer.
   *
   * @return the value; null from a closed channel and if nothing was received
   */
  public @Nullable Object takeValue() {
    Object taken = value;
    value = null;
    return taken;
  }

  /**
   * Whether a value was received that was sent.
   *
   * @return false also from a closed channel
   */
  public boolean ok() {
    return ok;
  }

  @Override
  public String toString() {
    return "Selected[index=" + index + ", value=" + value + ", ok=" + ok + "]";
  }
}
