package dev.chanlint.conformance;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Received;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/** Sending and receiving on open channels. */
public final class ChannelCases {

  private ChannelCases() {}

  @Holds("values leave a buffered channel in the order in which they came")
  public static void fifoBuffered() {
    int n = Check.scale(10_000, 6);
    Chan<Integer> ch = Chan.make(4);
    Go.go(() -> sendAll(ch, n));
    for (int i = 0; i < n; i++) {
      Check.equal(i, ch.receive());
    }
  }

  @Holds("values pass an unbuffered channel in the order in which they are sent")
  public static void fifoUnbuffered() {
    int n = Check.scale(10_000, 4);
    Chan<Integer> ch = Chan.make();
    Go.go(() -> sendAll(ch, n));
    for (int i = 0; i < n; i++) {
      Check.equal(i, ch.receive());
    }
  }

  private static void sendAll(SendChan<Integer> ch, int n) {
    for (int i = 0; i < n; i++) {
      ch.send(i);
    }
  }

  @Holds("a ring buffer wraps, at any capacity")
  public static void bufferWraps() {
    for (int capacity = 1; capacity <= Check.scale(70, 3); capacity++) {
      Chan<Integer> ch = Chan.make(capacity);
      int sent = 0;
      int received = 0;
      for (int round = 0; round < 3; round++) {
        while (ch.trySend(sent)) {
          sent++;
        }
        Check.equal(capacity, ch.len());
        for (int i = 0; i <= capacity / 2; i++) {
          Check.equal(received++, ch.receive());
        }
      }
    }
  }

  @Holds("each sender's values keep their order among many senders, and none is lost or repeated")
  public static void fifoPerSender() {
    int senders = Check.scale(8, 2);
    int n = Check.scale(2_000, 2);
    for (int capacity : new int[] {0, 1, 3}) {
      Chan<int[]> ch = Chan.make(capacity);
      for (int s = 0; s < senders; s++) {
        int sender = s;
        Go.go(
            () -> {
              for (int i = 0; i < n; i++) {
                ch.send(new int[] {sender, i});
              }
            });
      }
      int[] next = new int[senders];
      for (int i = 0; i < senders * n; i++) {
        int[] value = ch.receiveOr(new int[2]);
        Check.equal(next[value[0]]++, value[1]);
      }
    }
  }

  @Holds("an unbuffered send returns only once it is received")
  public static void unbufferedSendBlocks() {
    Chan<Integer> ch = Chan.make();
    Chan<Unit> done = Chan.make();
    AtomicBoolean sent = new AtomicBoolean();
    Go.go(
        () -> {
          ch.send(1);
          sent.set(true);
          done.send(Unit.UNIT);
        });
    Go.gosched();
    Check.that(!sent.get(), "the send returned before its receive began");
    ch.receive();
    done.receive();
    Check.that(sent.get(), "the send did not return");
  }

  @Holds("a receive returns only once there is a value")
  public static void receiveBlocks() {
    for (int capacity = 0; capacity < 2; capacity++) {
      Chan<Integer> ch = Chan.make(capacity);
      Chan<Unit> done = Chan.make();
      AtomicBoolean received = new AtomicBoolean();
      Go.go(
          () -> {
            Check.equal(7, ch.receive());
            received.set(true);
            done.send(Unit.UNIT);
          });
      Go.gosched();
      Check.that(!received.get(), "the receive returned before a send began");
      ch.send(7);
      done.receive();
    }
  }

  @Holds("a buffered send blocks when the buffer is full, and not before")
  public static void bufferedSendBlocksWhenFull() {
    Chan<Integer> ch = Chan.make(2);
    Chan<Unit> done = Chan.make();
    AtomicBoolean sent = new AtomicBoolean();
    ch.send(0);
    ch.send(1);
    Go.go(
        () -> {
          ch.send(2);
          sent.set(true);
          done.send(Unit.UNIT);
        });
    Go.gosched();
    Check.that(!sent.get(), "the send found room in a full buffer");
    for (int i = 0; i < 3; i++) {
      Check.equal(i, ch.receive());
    }
    done.receive();
  }

  @Holds("len and cap tell the state of the buffer")
  public static void lenAndCap() {
    Chan<Integer> unbuffered = Chan.make();
    Check.equal(0, unbuffered.len());
    Check.equal(0, unbuffered.cap());
    Chan<Integer> ch = Chan.make(3);
    for (int i = 0; i < 3; i++) {
      Check.equal(i, ch.len());
      ch.send(i);
    }
    Check.equal(3, ch.len());
    Check.equal(3, ch.cap());
    ch.close();
    for (int i = 3; i > 0; i--) {
      Check.equal(i, ch.len());
      ch.receive();
    }
    Check.equal(0, ch.len());
  }

  @Holds("trySend and tryReceive never wait, and see room, values and partners")
  public static void nonBlocking() {
    Chan<Integer> unbuffered = Chan.make();
    Check.that(!unbuffered.trySend(1), "nobody receives");
    Check.equal(null, unbuffered.tryReceive());
    Chan<Integer> one = Chan.make(1);
    Check.equal(null, one.tryReceive());
    Check.that(one.trySend(1), "there is room");
    Check.that(!one.trySend(2), "there is no room");
    Check.equal(new Received<>(1, true), one.tryReceive());
    Check.equal(null, one.tryReceive());
  }

  @Holds("trySend meets a receiver that waits, tryReceive a sender that waits")
  public static void nonBlockingMeetsPartner() {
    Chan<Integer> ch = Chan.make();
    Chan<Unit> done = Chan.make();
    Go.go(
        () -> {
          Check.equal(5, ch.receive());
          ch.send(6);
          done.send(Unit.UNIT);
        });
    while (!ch.trySend(5)) {
      Go.gosched();
    }
    Received<Integer> received;
    while ((received = ch.tryReceive()) == null) {
      Go.gosched();
    }
    Check.equal(new Received<>(6, true), received);
    done.receive();
  }

  @Holds("a receive that does not wait finds the value that is certainly there")
  public static void nonBlockingReceiveRace() {
    for (int i = 0; i < Check.scale(2_000, 1); i++) {
      Chan<Integer> ch = Chan.make(1);
      Chan<Unit> sent = Chan.make();
      Go.go(
          () -> {
            ch.send(1);
            sent.send(Unit.UNIT);
          });
      sent.receive();
      Check.equal(new Received<>(1, true), ch.tryReceive());
    }
  }

  @Holds("a receive that does not wait finds the value that is there, though the channel closes")
  public static void nonBlockingReceiveAgainstClose() {
    for (int i = 0; i < Check.scale(2_000, 1); i++) {
      Chan<Integer> ch = Chan.make(1);
      Chan<Received<Integer>> got = Chan.make();
      ch.send(1);
      Go.go(() -> got.send(Objects.requireNonNull(ch.tryReceive(), "the channel looked empty")));
      ch.close();
      Check.equal(new Received<>(1, true), got.receive());
      Check.equal(null, ch.receive());
    }
  }

  @Holds("of two that try to receive one value, just one gets it")
  public static void nonBlockingReceivesShareNothing() {
    for (int i = 0; i < Check.scale(1_000, 1); i++) {
      Chan<Integer> ch = Chan.make(1);
      Chan<Boolean> got = Chan.make();
      ch.send(1);
      for (int g = 0; g < 2; g++) {
        Go.go(() -> got.send(ch.tryReceive() != null));
      }
      boolean first = got.receiveOr(false);
      boolean second = got.receiveOr(false);
      Check.that(first != second, "got by " + (first ? "both" : "none"));
    }
  }

  @Holds("many consumers get each value once")
  public static void multiConsumer() {
    int n = Check.scale(20_000, 3);
    Chan<Integer> jobs = Chan.make(Check.scale(10, 1));
    Chan<Integer> results = Chan.make(Check.scale(10, 1));
    WaitGroup consumers = new WaitGroup();
    for (int i = 0; i < Check.scale(23, 2); i++) {
      consumers.go(
          () -> {
            for (int job : jobs) {
              results.send(job);
            }
          });
    }
    Go.go(
        () -> {
          sendAll(jobs, n);
          jobs.close();
          consumers.await();
          results.close();
        });
    boolean[] seen = new boolean[n];
    int count = 0;
    for (int result : results) {
      Check.that(!seen[result], "repeated: " + result);
      seen[result] = true;
      count++;
    }
    Check.equal(n, count);
  }

  @Holds("goroutines pass a barrier made of channels together, again and again")
  public static void barrier() {
    int goroutines = Check.scale(20, 2);
    int rounds = Check.scale(500, 2);
    Chan<Integer> arrived = Chan.make();
    Chan<Unit> released = Chan.make();
    WaitGroup all = new WaitGroup();
    for (int g = 0; g < goroutines; g++) {
      all.go(
          () -> {
            for (int round = 0; round < rounds; round++) {
              arrived.send(round);
              released.receive();
            }
          });
    }
    for (int round = 0; round < rounds; round++) {
      for (int g = 0; g < goroutines; g++) {
        Check.equal(round, arrived.receive());
      }
      for (int g = 0; g < goroutines; g++) {
        released.send(Unit.UNIT);
      }
    }
    all.await();
  }

  @Holds("a send happens before its receive returns, so plain data may be handed over")
  public static void sendPublishes() {
    for (int capacity = 0; capacity < 2; capacity++) {
      Chan<int[]> ch = Chan.make(capacity);
      for (int i = 0; i < Check.scale(2_000, 1); i++) {
        int value = i + 1;
        Go.go(
            () -> {
              int[] data = new int[1];
              data[0] = value;
              ch.send(data);
            });
        Check.equal(value, ch.receiveOr(new int[1])[0]);
      }
    }
  }

  @Holds("the k-th receive happens before the (k+cap)-th send returns: a channel as a semaphore")
  public static void receivePublishes() {
    Chan<Unit> slots = Chan.make(1);
    int[] count = new int[1];
    WaitGroup all = new WaitGroup();
    int goroutines = Check.scale(50, 2);
    for (int g = 0; g < goroutines; g++) {
      all.go(
          () -> {
            slots.send(Unit.UNIT);
            count[0]++;
            slots.receive();
          });
    }
    all.await();
    Check.equal(goroutines, count[0]);
  }

  @Holds("null is no value, and there is no capacity below zero")
  public static void badArguments() {
    Chan<Object> ch = Chan.make(1);
    try {
      ch.send(nothing());
      throw new AssertionError("null was sent");
    } catch (NullPointerException expected) {
      Check.equal(0, ch.len());
    }
    Check.fails(
        IllegalArgumentException.class, "negative channel capacity: -1", () -> Chan.make(-1));
  }

  @SuppressWarnings("NullAway") // to pass a null where none may be
  private static Object nothing() {
    return null;
  }

  @Holds("half of a channel is a view of the whole")
  public static void halves() {
    Chan<Integer> ch = Chan.make(1);
    SendChan<Integer> in = ch;
    ReceiveChan<Integer> out = ch;
    in.send(3);
    Check.equal(1, out.len());
    Check.equal(3, out.receive());
    try (in) {
      in.send(4);
    }
    Check.equal(4, out.receive());
    Check.equal(new Received<>(null, false), out.receiveOk());
  }

  @Holds(value = "a send that nobody will receive is a deadlock", deadlock = "chan send")
  public static void sendForever() {
    Chan.<Integer>make().send(1);
  }

  @Holds(value = "a receive that nobody will send to is a deadlock", deadlock = "chan receive")
  public static void receiveForever() {
    Chan.<Integer>make(1).receive();
  }
}
