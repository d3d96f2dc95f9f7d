package dev.chanlint.explorer.juc;

import java.util.concurrent.RecursiveTask;
import org.jspecify.annotations.Nullable;

/** Stands for {@link RecursiveTask}. */
public abstract class RecursiveTaskModel<V extends @Nullable Object> extends ForkJoinTaskModel<V> {

  private static final long serialVersionUID = 1L;

  private transient @Nullable V result;

  /** {@link RecursiveTask#RecursiveTask}. */
  public RecursiveTaskModel() {}

  /** {@link RecursiveTask#compute}. */
  protected abstract V compute();

  @Override
  @SuppressWarnings("NullAway") // a result may be null, whatever V says
  public final V getRawResult() {
    return result;
  }

  @Override
  protected final void setRawResult(V value) {
    result = value;
  }

  @Override
  protected final boolean exec() {
    result = compute();
    return true;
  }
}
