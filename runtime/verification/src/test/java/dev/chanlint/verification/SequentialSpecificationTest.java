package dev.chanlint.verification;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.ChannelClosedException;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.Received;
import dev.chanlint.runtime.Select;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What does not wait, linearizable by Lincheck's verdict, against what one thread would see. It
 * runs in Lincheck's stress mode: its model checker fails on JDK 25 by an exception of its own.
 * What waits is up to {@link ChannelLinearizabilityTest}.
 */
@Timeout(value = 1, unit = TimeUnit.HOURS)
final class SequentialSpecificationTest {

  private static void check(Class<?> operations, Class<?> specification) {
    new StressOptions()
        .sequentialSpecification(specification)
        .iterations(Effort.scale(5, 100))
        .invocationsPerIteration(Effort.scale(100, 2_000))
        .threads(2)
        .actorsPerThread(4)
        .actorsBefore(2)
        .actorsAfter(2)
        .check(operations);
  }

  @Test
  void channelIsABoundedQueueThatCloses() {
    check(BoundedChannel.class, BoundedQueue.class);
  }

  @Test
  void selectOfOneCaseIsTheSame() {
    check(SelectedChannel.class, BoundedQueue.class);
  }

  @Test
  void mutexIsABit() {
    check(TriedMutex.class, Bit.class);
  }

  @Test
  void readWriteLockIsABitAndACount() {
    check(TriedReadWriteLock.class, BitAndCount.class);
  }

  /** The operations of a channel that do not wait. */
  @Param(name = "value", gen = IntGen.class, conf = "1:9")
  public static class BoundedChannel {
    final Chan<Integer> ch = Chan.make(2);

    @Operation
    public String send(@Param(name = "value") int value) {
      try {
        return trySend(value) ? "sent" : "full";
      } catch (ChannelClosedException e) {
        return String.valueOf(e.getMessage());
      }
    }

    boolean trySend(int value) {
      return ch.trySend(value);
    }

    @Operation
    public String receive() {
      Received<Integer> received = ch.tryReceive();
      return received == null ? "empty" : String.valueOf(received.value());
    }

    @Operation
    public int length() {
      return ch.len();
    }

    @Operation
    public String close() {
      try {
        ch.close();
        return "closed";
      } catch (ChannelClosedException e) {
        return String.valueOf(e.getMessage());
      }
    }
  }

  /** The same, by selects with a default. */
  @Param(name = "value", gen = IntGen.class, conf = "1:9")
  public static class SelectedChannel extends BoundedChannel {
    private final Chan<Integer> silent = Chan.make();

    @Override
    boolean trySend(int value) {
      return Select.<Boolean>select(
          Select.onReceive(silent).as(true),
          Select.onSend(ch, value).as(true),
          Select.onDefault().as(false));
    }

    @Override
    @Operation
    public String receive() {
      return Select.<String>select(
          Select.onReceive(ch).map(String::valueOf),
          Select.onReceive(silent).as("never"),
          Select.onDefault().as("empty"));
    }
  }

  /** A queue of two places that can be closed. */
  public static class BoundedQueue {
    private final Queue<Integer> values = new ArrayDeque<>();
    private boolean closed;

    public String send(int value) {
      if (closed) {
        return "send on closed channel";
      }
      return values.size() < 2 && values.add(value) ? "sent" : "full";
    }

    public String receive() {
      return values.isEmpty() && !closed ? "empty" : String.valueOf(values.poll());
    }

    public int length() {
      return values.size();
    }

    public String close() {
      if (closed) {
        return "close of closed channel";
      }
      closed = true;
      return "closed";
    }
  }

  /** The operations of a mutex that do not wait. */
  public static class TriedMutex {
    private final Mutex mutex = new Mutex();

    @Operation
    public boolean lock() {
      return mutex.tryLock();
    }

    @Operation
    public String unlock() {
      return outcomeOf(mutex::unlock);
    }
  }

  private static String outcomeOf(Runnable unlock) {
    try {
      unlock.run();
      return "unlocked";
    } catch (IllegalMonitorStateException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** Locked or not. */
  public static class Bit {
    private boolean locked;

    public boolean lock() {
      boolean free = !locked;
      locked = true;
      return free;
    }

    public String unlock() {
      boolean held = locked;
      locked = false;
      return held ? "unlocked" : "sync: unlock of unlocked mutex";
    }
  }

  /** The operations of a lock for readers and writers that do not wait. */
  public static class TriedReadWriteLock {
    private final RWMutex lock = new RWMutex();

    @Operation
    public boolean lock() {
      return lock.tryLock();
    }

    @Operation
    public String unlock() {
      return outcomeOf(lock::unlock);
    }

    @Operation
    public boolean lockToRead() {
      return lock.tryRLock();
    }

    @Operation
    public String unlockFromRead() {
      return outcomeOf(lock::rUnlock);
    }
  }

  /** Written, or read by so many. */
  public static class BitAndCount {
    private boolean writing;
    private int readers;

    public boolean lock() {
      boolean free = !writing && readers == 0;
      writing |= free;
      return free;
    }

    public String unlock() {
      boolean held = writing;
      writing = false;
      return held ? "unlocked" : "sync: Unlock of unlocked RWMutex";
    }

    public boolean lockToRead() {
      readers += writing ? 0 : 1;
      return !writing;
    }

    public String unlockFromRead() {
      if (readers == 0) {
        return "sync: RUnlock of unlocked RWMutex";
      }
      readers--;
      return "unlocked";
    }
  }
}
