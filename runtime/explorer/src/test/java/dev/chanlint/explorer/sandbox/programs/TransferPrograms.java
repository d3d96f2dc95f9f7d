package dev.chanlint.explorer.sandbox.programs;

import static dev.chanlint.explorer.Fault.DEADLOCK;
import static dev.chanlint.explorer.Fault.RACE;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TransferQueue;

/** {@code LinkedTransferQueue}. */
final class TransferPrograms {

  private static int count;

  private TransferPrograms() {}

  /** A body that may be interrupted. */
  private interface Body {
    void run() throws Exception;
  }

  private static Thread start(Body body) {
    return Thread.ofPlatform()
        .start(
            () -> {
              try {
                body.run();
              } catch (InterruptedException e) {
                System.out.print("interrupted");
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private static void awaitTakers(TransferQueue<?> queue, int takers) {
    while (queue.getWaitingConsumerCount() < takers) {
      Thread.onSpinWait();
    }
  }

  @Expect(outputs = {"ab", "ba"})
  static void putsDoNotWait() throws Exception {
    TransferQueue<String> queue = new LinkedTransferQueue<>();
    Thread thread = start(() -> queue.put("a"));
    queue.add("b");
    System.out.print(queue.take() + queue.take());
    thread.join();
  }

  @Expect(outputs = "1")
  static void takeWaits() throws Exception {
    TransferQueue<Integer> queue = new LinkedTransferQueue<>();
    Thread thread = start(() -> System.out.print(queue.take()));
    queue.offer(1, 1, TimeUnit.MILLISECONDS);
    thread.join();
  }

  @Expect(faults = DEADLOCK)
  static void takeFromAnEmptyOne() throws Exception {
    new LinkedTransferQueue<Integer>().take();
  }

  @Expect(faults = DEADLOCK)
  static void transferWithoutTaker() throws Exception {
    new LinkedTransferQueue<Integer>().transfer(1);
  }

  /** Each side has seen what the other did before they met. */
  @Expect(outputs = "3")
  static void transferIsAMeeting() throws Exception {
    TransferQueue<Integer> queue = new LinkedTransferQueue<>();
    int[] parts = new int[2];
    Thread thread =
        start(
            () -> {
              parts[0] = 1;
              queue.transfer(1);
              count = parts[1];
            });
    parts[1] = 2;
    queue.take();
    int seen = parts[0];
    thread.join();
    System.out.print(count + seen);
  }

  @Expect(faults = RACE)
  static void putDoesNotWaitForTheTaker() throws Exception {
    TransferQueue<Integer> queue = new LinkedTransferQueue<>();
    Thread thread =
        start(
            () -> {
              queue.put(1);
              count++;
            });
    count++;
    queue.take();
    thread.join();
  }

  @Expect(outputs = {"true", "false"})
  static void tryTransferToATaker() throws Exception {
    TransferQueue<Integer> queue = new LinkedTransferQueue<>();
    Thread thread = start(() -> queue.poll(1, TimeUnit.MILLISECONDS));
    System.out.print(queue.tryTransfer(1));
    thread.join();
  }

  @Expect(outputs = {"true1", "falsenull"})
  static void transferForAWhile() throws Exception {
    TransferQueue<Integer> queue = new LinkedTransferQueue<>();
    Thread thread = start(() -> count = queue.tryTransfer(1, 1, TimeUnit.MILLISECONDS) ? 1 : 0);
    Integer got = queue.poll(1, TimeUnit.MILLISECONDS);
    thread.join();
    System.out.print((count == 1) + String.valueOf(got));
  }

  @Expect(outputs = "false0")
  static void aTransferThatTimesOutLeavesNothing() throws Exception {
    TransferQueue<Integer> queue = new LinkedTransferQueue<>();
    System.out.print(queue.tryTransfer(1, 1, TimeUnit.MILLISECONDS));
    System.out.print(queue.size());
  }

  @Expect(outputs = "interrupted0")
  static void anInterruptedTransferLeavesNothing() throws Exception {
    TransferQueue<Integer> queue = new LinkedTransferQueue<>();
    Thread thread = start(() -> queue.transfer(1));
    thread.interrupt();
    thread.join();
    System.out.print(queue.size());
  }

  @Expect(outputs = {"interrupted1", "10"})
  static void interruptOrItem() throws Exception {
    TransferQueue<Integer> queue = new LinkedTransferQueue<>();
    Thread thread = start(() -> System.out.print(queue.take()));
    queue.put(1);
    thread.interrupt();
    thread.join();
    System.out.print(queue.size());
  }

  /** A poll looks for an item before it looks for an interrupt. */
  @Expect(outputs = "1interrupted")
  static void pollsOfOneWhoIsInterrupted() throws Exception {
    TransferQueue<Integer> queue = new LinkedTransferQueue<>(List.of(1));
    Thread thread =
        start(
            () -> {
              Thread.currentThread().interrupt();
              System.out.print(queue.poll(1, TimeUnit.MILLISECONDS));
              queue.poll(0, TimeUnit.SECONDS);
            });
    thread.join();
  }

  @Expect(outputs = {"0false", "0true", "1true"})
  static void lookForTakers() throws Exception {
    TransferQueue<Integer> queue = new LinkedTransferQueue<>();
    Thread thread = start(() -> queue.take());
    System.out.print(queue.getWaitingConsumerCount());
    System.out.print(queue.hasWaitingConsumer());
    queue.put(1);
    thread.join();
  }

  @Expect(outputs = "ab")
  static void whoWaitsLongestIsServedFirst() throws Exception {
    TransferQueue<String> queue = new LinkedTransferQueue<>();
    String[] got = new String[2];
    Thread first = start(() -> got[0] = queue.take());
    awaitTakers(queue, 1);
    Thread second = start(() -> got[1] = queue.take());
    awaitTakers(queue, 2);
    queue.put("a");
    queue.put("b");
    first.join();
    second.join();
    System.out.print(got[0] + got[1]);
  }

  @Expect(outputs = "gone0")
  static void removeWhatIsTransferred() throws Exception {
    TransferQueue<Integer> queue = new LinkedTransferQueue<>();
    Thread thread =
        start(
            () -> {
              queue.transfer(1);
              System.out.print("gone");
            });
    while (!queue.remove(1)) {
      Thread.onSpinWait();
    }
    thread.join();
    System.out.print(queue.size());
  }

  /** What is removed by a predicate is removed one after another. */
  @Expect(outputs = {"1", "2", "3"})
  static void pollDuringRemoval() throws Exception {
    TransferQueue<Integer> queue = new LinkedTransferQueue<>(List.of(1, 2, 3));
    Thread thread = start(() -> queue.removeIf(item -> item < 3));
    System.out.print(queue.poll());
    thread.join();
  }

  @Expect(outputs = "[1, 3, 3] 1 true false [3] 1 [] 0 2147483647")
  static void collectionMethods() {
    LinkedTransferQueue<Integer> queue = new LinkedTransferQueue<>(List.of(1, 2, 3, 3));
    Iterator<Integer> iterator = queue.iterator();
    iterator.next();
    iterator.next();
    iterator.remove();
    System.out.print(queue + " " + queue.peek() + " " + queue.contains(3));
    System.out.print(" " + queue.contains(2));
    queue.remove(3);
    queue.remove();
    System.out.print(" " + queue);
    List<Integer> drained = new ArrayList<>();
    System.out.print(" " + queue.drainTo(drained) + " " + queue);
    queue.addAll(drained);
    queue.clear();
    System.out.print(" " + queue.size() + " " + queue.remainingCapacity());
  }

  @Expect(outputs = "2")
  static void queueOfAPool() {
    try (ExecutorService pool =
        new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedTransferQueue<>())) {
      pool.execute(() -> count++);
      pool.execute(() -> System.out.print(++count));
    }
  }
}
