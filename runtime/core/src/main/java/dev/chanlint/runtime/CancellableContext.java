package dev.chanlint.runtime;

import dev.chanlint.runtime.engine.Alarm;
import dev.chanlint.runtime.engine.Cancellation;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A context that can be cancelled, and may have a deadline; set up before it is handed out. */
final class CancellableContext implements CancelContext {

  private final Context parent;
  private final Cancellation cancellation;
  private @Nullable Instant deadline;

  CancellableContext(Context parent) {
    this.parent = parent;
    cancellation = new Cancellation(cancellationAbove(parent));
    deadline = parent.deadline();
  }

  private static @Nullable Cancellation cancellationAbove(Context context) {
    return switch (context) {
      case CancellableContext c -> c.cancellation;
      case ValueContext v -> cancellationAbove(v.parent());
      case BackgroundContext b -> null;
    };
  }

  CancellableContext expireAfter(Duration timeout) {
    return expire(timeout, fromNow(timeout));
  }

  /** The moment after a time, as far as there is one. */
  private static Instant fromNow(Duration d) {
    Instant now = Instant.now();
    if (d.compareTo(Duration.between(now, Instant.MAX)) > 0) {
      return Instant.MAX;
    }
    return d.compareTo(Duration.between(now, Instant.MIN)) < 0 ? Instant.MIN : now.plus(d);
  }

  CancellableContext expireAt(Instant when) {
    return expire(Duration.between(Instant.now(), when), when);
  }

  private CancellableContext expire(Duration timeout, Instant when) {
    if (deadline != null && deadline.isBefore(when)) {
      return this;
    }
    deadline = when;
    if (!timeout.isPositive()) {
      exceedDeadline();
    } else if (cancellation.cause() == null) {
      cancellation.stopOnCancel(new Alarm(Nanos.of(timeout), 0, this::exceedDeadline));
    }
    return this;
  }

  @Override
  public void cancel() {
    cancellation.cancel(new ContextException.Canceled());
  }

  private void exceedDeadline() {
    cancellation.cancel(new ContextException.DeadlineExceeded());
  }

  @Override
  public ReceiveChan<Unit> done() {
    return cancellation.done();
  }

  @Override
  public @Nullable ContextException err() {
    return (ContextException) cancellation.cause();
  }

  @Override
  public @Nullable Instant deadline() {
    return deadline;
  }

  @Override
  public @Nullable Object value(Object key) {
    return parent.value(key);
  }
}
