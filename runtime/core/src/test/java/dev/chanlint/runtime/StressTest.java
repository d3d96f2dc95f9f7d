package dev.chanlint.runtime;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.onTimeout;
import static dev.chanlint.runtime.Select.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many goroutines that send, receive, select, time out, are interrupted, and close. */
@Timeout(600)
final class StressTest {

  private static final int OPERATIONS =
      System.getProperty("chanlint.test.effort", "sample").equals("full") ? 10_000_000 : 200_000;

  private record Message(int sender, int number) {}

  /** What was sent for sure, and what was received, by whom. */
  private static final class Ledger {
    final int[] sent;
    final List<List<Message>> received = new ArrayList<>();

    Ledger(int senders, int receivers) {
      sent = new int[senders];
      for (int i = 0; i < receivers; i++) {
        received.add(new ArrayList<>());
      }
    }

    /** Each message once, and each sender's in order at each receiver. */
    void check() {
      BitSet[] seen = new BitSet[sent.length];
      for (int s = 0; s < sent.length; s++) {
        seen[s] = new BitSet();
      }
      for (List<Message> log : received) {
        int[] last = new int[sent.length];
        for (Message m : log) {
          if (m.number() <= last[m.sender()] || seen[m.sender()].get(m.number())) {
            fail("out of order or repeated: %s", m);
          }
          last[m.sender()] = m.number();
          seen[m.sender()].set(m.number());
        }
      }
      for (int s = 0; s < sent.length; s++) {
        assertThat(seen[s].cardinality()).as("messages of sender %d", s).isEqualTo(sent[s]);
      }
    }
  }

  /**
   * A thousand goroutines, half of them senders, on one channel after the other: each channel but
   * the last is closed while they use it, upon which they go on with the next. All the while some
   * are interrupted. What a call reports is what happened: a send that failed was not received.
   */
  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "100, 1", "0, 10", "1, 10", "100, 10"})
  void nothingIsLostRepeatedOrReordered(int capacity, int channels) {
    int parties = 500;
    int n = OPERATIONS / (2 * parties);
    Ledger ledger = new Ledger(parties, parties);
    Relay relay = new Relay(capacity, channels);
    Go.run(
        () -> {
          WaitGroup senders = new WaitGroup();
          WaitGroup others = new WaitGroup();
          AtomicBoolean over = new AtomicBoolean();
          for (int p = 0; p < parties; p++) {
            int party = p;
            senders.go(() -> ledger.sent[party] = relay.sendAll(party, n));
            others.go(() -> relay.receiveAll(ledger.received.get(party)));
          }
          if (channels > 1) {
            others.go(() -> relay.closeAllButLast(parties * n));
            others.go(() -> interruptAtRandom(relay.threads, 500, over));
          }
          senders.await();
          over.set(true);
          relay.channels.getLast().close();
          others.await();
        });
    ledger.check();
  }

  /** Channels that are used and closed in turn. */
  private static final class Relay {
    final List<Chan<Message>> channels;
    final ConcurrentLinkedQueue<Thread> threads = new ConcurrentLinkedQueue<>();
    private final LongAdder received = new LongAdder();

    Relay(int capacity, int n) {
      channels = Stream.generate(() -> Chan.<Message>make(capacity)).limit(n).toList();
    }

    int sendAll(int sender, int n) {
      threads.add(Thread.currentThread());
      int current = 0;
      for (int i = 1; i <= n; i++) {
        Message m = new Message(sender, i);
        while (!send(channels.get(current), m)) {
          current++;
        }
      }
      return n;
    }

    /** Returns false if the channel is closed. */
    private static boolean send(Chan<Message> ch, Message m) {
      for (; ; ) {
        try {
          ch.send(m);
          return true;
        } catch (ChannelClosedException e) {
          return false;
        } catch (GoroutineInterruptedException e) {
          assertThat(Thread.interrupted()).isTrue();
        }
      }
    }

    void receiveAll(List<Message> log) {
      threads.add(Thread.currentThread());
      for (Chan<Message> ch : channels) {
        while (addTo(log, receive(ch))) {
          received.increment();
        }
      }
    }

    private static @Nullable Message receive(Chan<Message> ch) {
      for (; ; ) {
        try {
          return ch.receive();
        } catch (GoroutineInterruptedException e) {
          assertThat(Thread.interrupted()).isTrue();
        }
      }
    }

    /** Closes each once its share of all messages was received. */
    void closeAllButLast(int messages) {
      for (int i = 1; i < channels.size(); i++) {
        while (received.sum() < (long) messages * i / channels.size()) {
          Go.sleep(Duration.ofNanos(100_000));
        }
        channels.get(i - 1).close();
      }
    }
  }

  /**
   * Half of the goroutines select over two channels, with short timeouts, and all are interrupted
   * at random: a call that fails by that must have sent or received nothing.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5})
  void interruptsAndTimeoutsLoseNothing(int capacity) {
    int parties = 8;
    int n = 2_000;
    Ledger ledger = new Ledger(parties, parties);
    Go.run(
        () -> {
          Chan<Message> a = Chan.make(capacity);
          Chan<Message> b = Chan.make(capacity);
          ConcurrentLinkedQueue<Thread> threads = new ConcurrentLinkedQueue<>();
          WaitGroup senders = new WaitGroup();
          WaitGroup receivers = new WaitGroup();
          for (int p = 0; p < parties; p++) {
            int party = p;
            senders.go(
                () -> {
                  threads.add(Thread.currentThread());
                  for (int i = 1; i <= n; i++) {
                    sendInSpiteOfInterrupts(a, b, new Message(party, i), party % 2 == 0);
                  }
                  ledger.sent[party] = n;
                });
            receivers.go(
                () -> {
                  threads.add(Thread.currentThread());
                  receiveInSpiteOfInterrupts(a, b, ledger.received.get(party), party % 2 == 0);
                });
          }
          AtomicBoolean over = new AtomicBoolean();
          WaitGroup interrupters = new WaitGroup();
          interrupters.go(() -> interruptAtRandom(threads, 3, over));
          senders.await();
          a.close();
          b.close();
          receivers.await();
          over.set(true);
          interrupters.await();
        });
    for (List<Message> log : ledger.received) {
      log.sort((x, y) -> Integer.compare(x.number(), y.number())); // two channels keep no order
    }
    ledger.check();
  }

  /** Interrupts one in so many of the threads, again and again. */
  private static void interruptAtRandom(
      ConcurrentLinkedQueue<Thread> threads, int oneIn, AtomicBoolean over)
      throws InterruptedException {
    Random random = new Random(1);
    while (!over.get()) {
      for (Thread thread : threads) {
        if (random.nextInt(oneIn) == 0) {
          thread.interrupt();
        }
      }
      Thread.sleep(0, 100_000);
    }
  }

  private static void sendInSpiteOfInterrupts(
      Chan<Message> a, Chan<Message> b, Message m, boolean selecting) {
    for (; ; ) {
      try {
        if (!selecting) {
          a.send(m);
          return;
        }
        if (Select.<Boolean>select(
            onSend(a, m).as(true),
            onSend(b, m).as(true),
            onTimeout(Duration.ofNanos(20_000)).as(false))) {
          return;
        }
      } catch (GoroutineInterruptedException e) {
        assertThat(Thread.interrupted()).isTrue();
      }
    }
  }

  private static void receiveInSpiteOfInterrupts(
      Chan<Message> a, Chan<Message> b, List<Message> log, boolean selecting) {
    boolean aOpen = true;
    boolean bOpen = true;
    while (aOpen || bOpen) {
      try {
        if (!selecting && aOpen) {
          Message m = a.receive();
          aOpen = m != null && log.add(m);
          continue;
        }
        boolean[] closed = new boolean[2];
        select(
            onReceive(aOpen ? a : Chan.<Message>nil(), m -> closed[0] = !addTo(log, m)),
            onReceive(bOpen ? b : Chan.<Message>nil(), m -> closed[1] = !addTo(log, m)),
            onTimeout(Duration.ofNanos(20_000)));
        aOpen &= !closed[0];
        bOpen &= !closed[1];
      } catch (GoroutineInterruptedException e) {
        assertThat(Thread.interrupted()).isTrue();
      }
    }
  }

  private static boolean addTo(List<Message> log, @Nullable Message m) {
    return m != null && log.add(m);
  }

  /** Senders and receivers are in full swing when the channel closes under them. */
  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void closeAgainstSendersAndReceivers(int capacity) {
    for (int round = 0; round < 50; round++) {
      Go.run(
          () -> {
            Chan<Integer> ch = Chan.make(capacity);
            ConcurrentHashMap<Integer, Boolean> sent = new ConcurrentHashMap<>();
            ConcurrentHashMap<Integer, Boolean> received = new ConcurrentHashMap<>();
            WaitGroup all = new WaitGroup();
            for (int p = 0; p < 4; p++) {
              int base = p * 1_000;
              all.go(
                  () -> {
                    try {
                      for (int i = 0; i < 1_000; i++) {
                        ch.send(base + i);
                        sent.put(base + i, true);
                      }
                    } catch (ChannelClosedException e) {
                      assertThat(e).hasMessage("send on closed channel");
                    }
                  });
              all.go(() -> ch.forEach(v -> assertThat(received.put(v, true)).isNull()));
            }
            while (received.size() < 50) {
              Go.gosched();
            }
            ch.close();
            all.await();
            assertThat(received).isEqualTo(sent);
          });
    }
  }

  /** Mutual exclusion and progress of the locks with goroutines that give up. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void locksSurviveInterrupts(boolean readWrite) {
    int parties = 8;
    int n = 1_000;
    int[] count = new int[1];
    Go.run(
        () -> {
          Mutex mutex = new Mutex();
          RWMutex rw = new RWMutex();
          ConcurrentLinkedQueue<Thread> threads = new ConcurrentLinkedQueue<>();
          AtomicBoolean over = new AtomicBoolean();
          WaitGroup workers = new WaitGroup();
          WaitGroup interrupters = new WaitGroup();
          for (int p = 0; p < parties; p++) {
            boolean reads = readWrite && p % 2 == 0;
            workers.go(
                () -> {
                  threads.add(Thread.currentThread());
                  var lock = !readWrite ? mutex : reads ? rw.readLock() : rw.writeLock();
                  int[] seen = new int[1];
                  for (int i = 0; i < n; i++) {
                    lockInSpiteOfInterrupts(lock);
                    if (reads) {
                      seen[0] = Math.max(seen[0], count[0]);
                    } else {
                      count[0]++;
                    }
                    if (i % 10 == 0) {
                      Thread.yield();
                    }
                    lock.unlock();
                  }
                });
          }
          interrupters.go(() -> interruptAtRandom(threads, 3, over));
          workers.await();
          over.set(true);
          interrupters.await();
        });
    assertThat(count[0]).isEqualTo(readWrite ? parties / 2 * n : parties * n);
  }

  private static void lockInSpiteOfInterrupts(Lock lock) {
    for (; ; ) {
      try {
        lock.lock();
        return;
      } catch (GoroutineInterruptedException e) {
        assertThat(Thread.interrupted()).isTrue();
      }
    }
  }
}
