package dev.chanlint.explorer.sandbox.programs;

import static dev.chanlint.explorer.Fault.DEADLOCK;
import static dev.chanlint.explorer.Fault.RACE;
import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.GoroutineInterruptedException;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The runtime's own goroutines, channels and locks. */
final class GoroutinePrograms {

  private static boolean ready;

  private GoroutinePrograms() {}

  @Expect(outputs = {"1", "2"})
  static void selectTakesWhicheverIsFirst() {
    Chan<Integer> unbuffered = Chan.make();
    Chan<Integer> buffered = Chan.make(1);
    WaitGroup senders = new WaitGroup();
    senders.go(() -> unbuffered.send(1));
    senders.go(() -> buffered.send(2));
    int first = select(onReceive(unbuffered), onReceive(buffered));
    if (first == 2) {
      unbuffered.receive();
    }
    senders.await();
    System.out.print(first);
  }

  @Expect
  static void pollingUnderALockEnds() {
    Mutex lock = new Mutex();
    WaitGroup setters = new WaitGroup();
    setters.go(
        () -> {
          lock.lock();
          ready = true;
          lock.unlock();
        });
    boolean seen = false;
    while (!seen) {
      lock.lock();
      seen = ready;
      lock.unlock();
      Go.gosched();
    }
    setters.await();
  }

  @Expect(limit = "schedules that keep a goroutine waiting")
  static void pollingThatCountsEnds() {
    AtomicBoolean flag = new AtomicBoolean();
    AtomicInteger rounds = new AtomicInteger();
    WaitGroup setters = new WaitGroup();
    setters.go(() -> flag.set(true));
    while (!flag.get()) {
      rounds.incrementAndGet();
      Go.gosched();
    }
    setters.await();
  }

  @Expect
  static void aDeadlineStopsWithItsContext() {
    WaitGroup waiters = new WaitGroup();
    try (CancelContext context = Context.withTimeout(Context.background(), Duration.ofMillis(1))) {
      waiters.go(() -> context.done().receive());
    }
    waiters.await();
  }

  @Expect(faults = RACE)
  static void copyingReadsWhatIsCopied() {
    List<Integer> list = new ArrayList<>();
    Chan<Integer> done = Chan.make();
    Go.go(
        () -> {
          list.add(1);
          done.close();
        });
    List.copyOf(list);
    done.receive();
  }

  @Expect(faults = RACE)
  static void puttingAllReadsWhatIsPut() {
    Map<Integer, Integer> map = new HashMap<>();
    Chan<Integer> done = Chan.make();
    Go.go(
        () -> {
          map.put(1, 1);
          done.close();
        });
    new HashMap<Integer, Integer>().putAll(map);
    done.receive();
  }

  /** An interrupt that comes before ends even a receive that finds a value. */
  @Expect(outputs = {"received", "interrupted"})
  static void interruptBesideAReceiveOfWhatIsThere() throws Exception {
    Chan<Integer> channel = Chan.make(1);
    channel.send(1);
    Thread receiver =
        new Thread(
            () -> {
              try {
                channel.receive();
                System.out.print("received");
              } catch (GoroutineInterruptedException e) {
                System.out.print("interrupted");
              }
            });
    receiver.start();
    receiver.interrupt();
    receiver.join();
  }

  /** Nobody sends to a receiver that was interrupted before it came. */
  @Expect(
      outputs = {"received sent", "interrupted"},
      faults = DEADLOCK)
  static void interruptBesideAMeeting() throws Exception {
    Chan<Integer> channel = Chan.make();
    Thread receiver =
        new Thread(
            () -> {
              try {
                channel.receive();
                System.out.print("received ");
              } catch (GoroutineInterruptedException e) {
                System.out.print("interrupted");
              }
            });
    receiver.start();
    receiver.interrupt();
    channel.send(1);
    receiver.join();
    System.out.print("sent");
  }
}
