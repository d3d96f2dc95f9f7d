package dev.chanlint.explorer.juc;

import java.util.concurrent.RecursiveAction;
import org.jspecify.annotations.Nullable;

/** Stands for {@link RecursiveAction}. */
public abstract class RecursiveActionModel extends ForkJoinTaskModel<@Nullable Void> {

  private static final long serialVersionUID = 1L;

  /** {@link RecursiveAction#RecursiveAction}. */
  public RecursiveActionModel() {}

  /** {@link RecursiveAction#compute}. */
  protected abstract void compute();

  @Override
  public final @Nullable Void getRawResult() {
    return null;
  }

  @Override
  protected final void setRawResult(@Nullable Void none) {}

  @Override
  protected final boolean exec() {
    compute();
    return true;
  }
}
