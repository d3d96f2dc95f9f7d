package dev.chanlint.runtime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A context that adds a value to its parent. */
record ValueContext(Context parent, Object key, Object value) implements Context {

  @Override
  public ReceiveChan<Unit> done() {
    return parent.done();
  }

  @Override
  public @Nullable ContextException err() {
    return parent.err();
  }

  @Override
  public @Nullable Instant deadline() {
    return parent.deadline();
  }

  @Override
  public @Nullable Object value(Object wanted) {
    return wanted.equals(key) ? value : parent.value(wanted);
  }
}
