package dev.chanlint.runtime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The root of contexts. */
enum BackgroundContext implements Context {
  INSTANCE;

  @Override
  public ReceiveChan<Unit> done() {
    return Chan.nil();
  }

  @Override
  public @Nullable ContextException err() {
    return null;
  }

  @Override
  public @Nullable Instant deadline() {
    return null;
  }

  @Override
  public @Nullable Object value(Object key) {
    return null;
  }
}
