package dev.chanlint.explorer.juc;

import java.util.concurrent.Callable;
import java.util.concurrent.RunnableFuture;
import org.jspecify.annotations.Nullable;

/** A task that computes what a {@link Callable} does. */
final class AdaptedTask<T extends @Nullable Object> extends ForkJoinTaskModel<T>
    implements RunnableFuture<T> {

  private static final long serialVersionUID = 1L;

  private final transient Callable<? extends T> body;
  private transient @Nullable T result;

  AdaptedTask(Callable<? extends T> body) {
    this.body = body;
  }

  @Override
  @SuppressWarnings("NullAway") // a result may be null, whatever T says
  public T getRawResult() {
    return result;
  }

  @Override
  protected void setRawResult(T value) {
    result = value;
  }

  @Override
  protected boolean exec() {
    try {
      result = body.call();
      return true;
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new RuntimeException(e);
    }
  }

  @Override
  public void run() {
    invoke();
  }
}
