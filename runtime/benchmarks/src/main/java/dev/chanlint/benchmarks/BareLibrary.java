package dev.chanlint.benchmarks;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The least by which virtual threads can wait for one another: a volatile field, a park and an
 * unpark. It serves one sender and one receiver, without a queue, a lock, a select or a close.
 */
final class BareLibrary extends OnVirtualThreads<BareLibrary.Slot> {

  /**
   * A place for one value. To sleep, a thread writes who it is and then looks at the value; to wake
   * it, the other changes the value and then looks who sleeps. All that is volatile, so one of them
   * sees the other.
   */
  static final class Slot {
    private volatile @Nullable Long value;
    private volatile @Nullable Thread sender;
    private volatile @Nullable Thread receiver;

    void put(Long v) {
      if (value != null) {
        sender = Thread.currentThread();
        while (value != null) {
          LockSupport.park(this);
        }
        sender = null;
      }
      value = v;
      LockSupport.unpark(receiver);
    }

    Long take() {
      Long taken = value;
      if (taken == null) {
        receiver = Thread.currentThread();
        while ((taken = value) == null) {
          LockSupport.park(this);
        }
        receiver = null;
      }
      value = null;
      LockSupport.unpark(sender);
      return taken;
    }
  }

  @Override
  Slot channel(int capacity) {
    return new Slot();
  }

  @Override
  void send(Slot channel, Long value) {
    channel.put(value);
  }

  @Override
  Long receive(Slot channel) {
    return channel.take();
  }

  @Override
  Long select(List<Slot> channels) {
    throw new UnsupportedOperationException("a slot has no select");
  }

  @Override
  Long selectOr(Slot channel, Long byDefault) {
    throw new UnsupportedOperationException("a slot has no select");
  }
}
