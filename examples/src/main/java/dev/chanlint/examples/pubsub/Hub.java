package dev.chanlint.examples.pubsub;

import static dev.chanlint.runtime.Select.onDefault;
import static dev.chanlint.runtime.Select.onSend;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Select;
import dev.chanlint.runtime.Unit;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Passes each message to all who have subscribed. A subscriber that is too slow misses messages
 * rather than hold up the others. All sends and closes of the subscribers' channels are made under
 * one lock, so none is ever sent on after it was closed; and no send waits, so the lock is short.
 */
public final class Hub<T> {

  private final Mutex mutex = new Mutex();
  private final Set<Chan<T>> subscribers = new LinkedHashSet<>();
  private boolean closed;

  /** A subscription: what arrives, until it is cancelled or the hub is closed. */
  public final class Subscription implements AutoCloseable {

    private final Chan<T> messages;

    private Subscription(Chan<T> messages) {
      this.messages = messages;
    }

    /** The messages; closed after the last. */
    public ReceiveChan<T> messages() {
      return messages;
    }

    /** Unsubscribes. May be called more than once. */
    @Override
    public void close() {
      mutex.lock();
      try {
        if (subscribers.remove(messages)) {
          messages.close();
        }
      } finally {
        mutex.unlock();
      }
    }
  }

  /**
   * Subscribes.
   *
   * @param buffer how many messages may wait for the subscriber
   */
  public Subscription subscribe(int buffer) {
    Chan<T> messages = Chan.make(buffer);
    mutex.lock();
    try {
      if (closed) {
        messages.close();
      } else {
        subscribers.add(messages);
      }
    } finally {
      mutex.unlock();
    }
    return new Subscription(messages);
  }

  /** Passes a message to all subscribers that have room for it; after the end it is dropped. */
  public void publish(T message) {
    mutex.lock();
    try {
      for (Chan<T> subscriber : subscribers) {
        Select.<Unit>select(onSend(subscriber, message), onDefault());
      }
    } finally {
      mutex.unlock();
    }
  }

  /** Ends all subscriptions. May be called more than once. */
  public void close() {
    mutex.lock();
    try {
      closed = true;
      subscribers.forEach(Chan::close);
      subscribers.clear();
    } finally {
      mutex.unlock();
    }
  }
}
