package dev.chanlint.runtime;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.onTimeout;
import static dev.chanlint.runtime.Select.select;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many goroutines that send, receive, select, time out, are interrupted, and close. */
@Timeout(120)
final class StressTest {

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
          assertThat(m.number())
              .as("order from sender %d", m.sender())
              .isGreaterThan(last[m.sender()]);
          last[m.sender()] = m.number();
          assertThat(seen[m.sender()].get(m.number())).as("repeated %s", m).isFalse();
          seen[m.sender()].set(m.number());
        }
      }
      for (int s = 0; s < sent.length; s++) {
        assertThat(seen[s].cardinality()).as("messages of sender %d", s).isEqualTo(sent[s]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 100})
  void nothingIsLostRepeatedOrReordered(int capacity) {
    int parties = 50;
    int n = 1_000;
    Ledger ledger = new Ledger(parties, parties);
    Go.run(
        () -> {
          Chan<Message> ch = Chan.make(capacity);
          WaitGroup senders = new WaitGroup();
          WaitGroup receivers = new WaitGroup();
          for (int p = 0; p < parties; p++) {
            int party = p;
            senders.go(
                () -> {
                  for (int i = 1; i <= n; i++) {
                    ch.send(new Message(party, i));
                  }
                  ledger.sent[party] = n;
                });
            receivers.go(() -> ch.forEach(ledger.received.get(party)::add));
          }
          senders.await();
          ch.close();
          receivers.await();
        });
    ledger.check();
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
          interrupters.go(() -> interruptAtRandom(threads, over));
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

  private static void interruptAtRandom(ConcurrentLinkedQueue<Thread> threads, AtomicBoolean over)
      throws InterruptedException {
    Random random = new Random(1);
    while (!over.get()) {
      for (Thread thread : threads) {
        if (random.nextInt(3) == 0) {
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

  private static boolean addTo(List<Message> log, Message m) {
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

  /** A close wakes all who wait, and they wait again elsewhere while it still wakes the others. */
  @Test
  void thoseWhomACloseWakesMayWaitAgainAtOnce() {
    int waiters = 20;
    Go.run(
        () -> {
          for (int round = 0; round < 500; round++) {
            Chan<Unit> start = Chan.make();
            Chan<Integer> work = Chan.make();
            Chan<Integer> results = Chan.make();
            for (int i = 0; i < waiters; i++) {
              Go.go(
                  () -> {
                    assertThat(start.receive()).isNull();
                    results.send(work.receiveOr(0) + 1);
                  });
            }
            Go.go(
                () -> {
                  start.close();
                  for (int i = 0; i < waiters; i++) {
                    work.send(i);
                  }
                });
            BitSet seen = new BitSet();
            for (int i = 0; i < waiters; i++) {
              seen.set(results.receiveOr(0));
            }
            assertThat(seen.cardinality()).isEqualTo(waiters);
          }
        });
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
          interrupters.go(() -> interruptAtRandom(threads, over));
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
