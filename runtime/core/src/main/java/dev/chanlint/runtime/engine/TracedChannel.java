package dev.chanlint.runtime.engine;

/** A channel that knows where it was made. */
final class TracedChannel<T> extends Channel<T> {

  private final String madeAt = Trace.callSite();

  TracedChannel(int capacity) {
    super(capacity);
  }

  @Override
  String madeAt() {
    return madeAt;
  }
}
