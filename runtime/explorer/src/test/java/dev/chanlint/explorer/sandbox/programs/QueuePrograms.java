package dev.chanlint.explorer.sandbox.programs;

import static dev.chanlint.explorer.Fault.DEADLOCK;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.Exchanger;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Blocking queues, and what hands over without one. */
final class QueuePrograms {

  private QueuePrograms() {}

  /** A body that may be interrupted. */
  private interface Body {
    void run() throws Exception;
  }

  private static void beside(Body one, Body other) throws Exception {
    Thread thread = new Thread(() -> runUnchecked(one));
    thread.start();
    other.run();
    thread.join();
  }

  private static void runUnchecked(Body body) {
    try {
      body.run();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Expect(outputs = {"ab", "ba"})
  static void twoProducers() throws Exception {
    BlockingQueue<String> queue = new ArrayBlockingQueue<>(2);
    beside(() -> queue.put("a"), () -> queue.put("b"));
    System.out.print(queue.take() + queue.take());
  }

  @Expect(outputs = {"truefalse1", "falsetrue1"})
  static void offerToAFullQueue() throws Exception {
    ArrayBlockingQueue<Integer> queue = new ArrayBlockingQueue<>(1);
    Body offer = () -> System.out.print(queue.offer(1));
    beside(offer, offer);
    System.out.print(queue.size());
  }

  @Expect(outputs = "[1, 3] [] 2")
  static void collectionMethods() {
    LinkedBlockingQueue<Integer> queue = new LinkedBlockingQueue<>(List.of(1, 2, 3));
    Iterator<Integer> iterator = queue.iterator();
    iterator.next();
    iterator.next();
    iterator.remove();
    System.out.print(queue);
    List<Integer> drained = new ArrayList<>();
    queue.drainTo(drained);
    System.out.print(" " + queue + " " + drained.size());
  }

  @Expect(outputs = "[b, a][a, b]")
  static void removeOneOfTwo() {
    LinkedBlockingQueue<String> queue = new LinkedBlockingQueue<>(List.of("a", "b", "a"));
    queue.remove("a");
    LinkedBlockingDeque<String> deque = new LinkedBlockingDeque<>(List.of("a", "b", "a"));
    deque.removeLastOccurrence("a");
    System.out.print(queue + "" + deque);
  }

  /** One is taken, one is removed. */
  @Expect(outputs = "true0")
  static void removeBesideATaker() throws Exception {
    LinkedBlockingQueue<String> queue = new LinkedBlockingQueue<>(List.of("a", "a"));
    beside(queue::take, () -> System.out.print(queue.remove("a")));
    System.out.print(queue.size());
  }

  @Expect(outputs = "cba")
  static void deque() throws Exception {
    BlockingDeque<String> deque = new LinkedBlockingDeque<>();
    deque.putFirst("b");
    deque.addFirst("c");
    deque.offerLast("a");
    System.out.print(deque.takeFirst() + deque.peekFirst() + deque.pollLast());
  }

  @Expect(faults = DEADLOCK)
  static void fullDeque() throws Exception {
    BlockingDeque<String> deque = new LinkedBlockingDeque<>(1);
    deque.put("a");
    deque.putFirst("b");
  }

  @Expect(outputs = "1")
  static void handOver() throws Exception {
    SynchronousQueue<Integer> queue = new SynchronousQueue<>();
    beside(() -> queue.put(1), () -> System.out.print(queue.take()));
  }

  @Expect(outputs = {"true", "false"})
  static void offerToATaker() throws Exception {
    SynchronousQueue<Integer> queue = new SynchronousQueue<>();
    Thread taker =
        Thread.ofVirtual().start(() -> runUnchecked(() -> queue.poll(1, TimeUnit.SECONDS)));
    System.out.print(queue.offer(1));
    taker.join();
  }

  @Expect(faults = DEADLOCK)
  static void putWithoutTaker() throws Exception {
    new SynchronousQueue<Integer>().put(1);
  }

  @Expect(outputs = {"[1]refused", "[]refused"})
  static void drainWhatIsOffered() throws Exception {
    SynchronousQueue<Integer> queue = new SynchronousQueue<>();
    Thread giver =
        Thread.ofVirtual().start(() -> runUnchecked(() -> queue.offer(1, 1, TimeUnit.SECONDS)));
    List<Integer> drained = new ArrayList<>();
    queue.drainTo(drained);
    System.out.print(drained);
    try {
      queue.drainTo(queue);
    } catch (IllegalArgumentException e) {
      System.out.print("refused");
    }
    giver.join();
  }

  @Expect(outputs = "123")
  static void priorities() throws Exception {
    PriorityBlockingQueue<Integer> queue = new PriorityBlockingQueue<>(1);
    beside(
        () -> {
          queue.put(3);
          queue.put(2);
        },
        () -> queue.put(1));
    System.out.print("" + queue.take() + queue.take() + queue.take());
  }

  private record Due(long at, String name) implements Delayed {
    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(at - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(at, ((Due) other).at);
    }
  }

  @Expect(outputs = "ab")
  static void delays() throws Exception {
    DelayQueue<Due> queue = new DelayQueue<>();
    long now = System.nanoTime();
    queue.put(new Due(now + 2000, "b"));
    queue.put(new Due(now + 1000, "a"));
    System.out.print(queue.take().name() + queue.take().name());
  }

  @Expect(outputs = "b a")
  static void exchange() throws Exception {
    Exchanger<String> exchanger = new Exchanger<>();
    String[] got = new String[2];
    beside(() -> got[0] = exchanger.exchange("a"), () -> got[1] = exchanger.exchange("b"));
    System.out.print(got[0] + " " + got[1]);
  }

  @Expect(outputs = "nobody")
  static void exchangeWithNobody() throws Exception {
    try {
      new Exchanger<String>().exchange("a", 1, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      System.out.print("nobody");
    }
  }

  /** A poll that finds nothing is no progress, so the loop gives way. */
  @Expect(outputs = "1")
  static void pollUntilThere() throws Exception {
    BlockingQueue<Integer> queue = new LinkedBlockingQueue<>();
    beside(
        () -> queue.put(1),
        () -> {
          Integer got = queue.poll();
          while (got == null) {
            Thread.onSpinWait();
            got = queue.poll();
          }
          System.out.print(got);
        });
  }
}
