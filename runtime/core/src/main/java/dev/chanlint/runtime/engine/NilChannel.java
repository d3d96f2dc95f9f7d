package dev.chanlint.runtime.engine;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.ChannelClosedException;
import dev.chanlint.runtime.GoroutineInterruptedException;
import dev.chanlint.runtime.Received;
import java.util.Iterator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The nil channel: never ready. */
final class NilChannel implements Chan<Object> {

  static final NilChannel INSTANCE = new NilChannel();

  private NilChannel() {}

  private static GoroutineInterruptedException block(String state) {
    Wait wait = Wait.begin(state);
    wait.await();
    return wait.interrupted();
  }

  @Override
  public void send(Object value) {
    Objects.requireNonNull(value);
    throw block("chan send (nil chan)");
  }

  @Override
  public boolean trySend(Object value) {
    Objects.requireNonNull(value);
    return false;
  }

  @Override
  public void close() {
    throw new ChannelClosedException("close of nil channel");
  }

  @Override
  public Object receive() {
    throw block("chan receive (nil chan)");
  }

  @Override
  public Object receiveOr(Object whenClosed) {
    throw block("chan receive (nil chan)");
  }

  @Override
  public Received<Object> receiveOk() {
    throw block("chan receive (nil chan)");
  }

  @Override
  public @Nullable Received<Object> tryReceive() {
    return null;
  }

  @Override
  public int len() {
    return 0;
  }

  @Override
  public int cap() {
    return 0;
  }

  @Override
  public Iterator<Object> iterator() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        throw block("chan receive (nil chan)");
      }

      @Override
      public Object next() {
        throw block("chan receive (nil chan)");
      }
    };
  }

  @Override
  public String toString() {
    return "chan(nil)";
  }
}
