package dev.chanlint.explorer.sandbox.programs;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;

/** A program put together from what is said in data: what each of its threads does, in order. */
public final class GeneratedCode {

  /** What a thread can do. */
  public enum Verb {
    PUT,
    PUT_IF_ABSENT,
    GET,
    REMOVE,
    COMPUTE,
    MERGE,
    SIZE,
    ITERATE,
    GUARDED_PUT,
    GUARDED_GET,
    OFFER,
    POLL,
    SORTED_PUT,
    SORTED_FIRST,
    LIST_ADD,
    LIST_READ,
    COMPLETE,
    FAIL,
    LOOK_WHETHER_COMPLETE,
    THEN,
    ARRIVE,
    ARRIVE_AND_LEAVE,
    PHASE,
    VOLATILE_READ,
    VOLATILE_WRITE,
    HANDLE_COMPARE,
    HANDLE_ADD,
    UPDATER_COMPARE,
    REFERENCE_COMPARE,
    REFERENCE_UPDATE,
    COUNT,
    SUM,
    SYNCHRONIZED_COUNT,
    SIGNAL,
    PLAIN_READ,
    PLAIN_WRITE,
    INTERRUPT_FIRST,
    LOOK_WHETHER_INTERRUPTED,
    LOCK_AND_UNLOCK,
    SLEEP,
    TAKE_FOR_A_WHILE
  }

  private static final VarHandle HANDLE;
  private static final AtomicIntegerFieldUpdater<GeneratedCode> UPDATER =
      AtomicIntegerFieldUpdater.newUpdater(GeneratedCode.class, "updated");

  static {
    try {
      HANDLE = MethodHandles.lookup().findVarHandle(GeneratedCode.class, "handled", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final ConcurrentHashMap<String, Integer> map = new ConcurrentHashMap<>();
  private final Map<String, Integer> guarded = Collections.synchronizedMap(new HashMap<>());
  private final ConcurrentLinkedQueue<Integer> queue = new ConcurrentLinkedQueue<>();
  private final ConcurrentSkipListMap<Integer, Integer> sorted = new ConcurrentSkipListMap<>();
  private final CopyOnWriteArrayList<Integer> list = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Integer> future = new CompletableFuture<>();
  private final Phaser phaser = new Phaser(2);
  private final AtomicReference<String> reference = new AtomicReference<>("a");
  private final LongAdder adder = new LongAdder();
  private final ReentrantLock lock = new ReentrantLock();
  private final LinkedBlockingQueue<Integer> blocking = new LinkedBlockingQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile int shared;
  private volatile int handled;
  private volatile int updated;
  private int counted;
  private int plain;

  private GeneratedCode() {}

  /** Runs it, and prints what each thread has seen once all have ended. */
  public static void run(Verb[][] program) throws InterruptedException {
    GeneratedCode objects = new GeneratedCode();
    List<Thread> threads = objects.threads;
    List<List<Object>> seen = new ArrayList<>();
    for (Verb[] verbs : program) {
      List<Object> log = new ArrayList<>();
      int number = threads.size() + 1;
      seen.add(log);
      threads.add(
          new Thread(
              () -> {
                for (Verb verb : verbs) {
                  log.add(objects.tell(verb, number));
                }
              },
              "t" + number));
    }
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.print(seen);
  }

  private Object perform(Verb verb, int number) throws InterruptedException {
    return switch (verb) {
      case PUT -> map.put("k", number);
      case PUT_IF_ABSENT -> map.putIfAbsent("k", number);
      case GET -> map.get("k");
      case REMOVE -> map.remove("k");
      case COMPUTE -> map.compute("k", (key, old) -> old == null ? number : 10 * old + number);
      case MERGE -> map.merge("k", number, Integer::sum);
      case SIZE -> map.size();
      case ITERATE -> new HashMap<>(map);
      case GUARDED_PUT -> guarded.put("k", number);
      case GUARDED_GET -> guarded.get("k");
      case OFFER -> queue.offer(number) && blocking.offer(number);
      case POLL -> queue.poll();
      case SORTED_PUT -> sorted.put(number, number);
      case SORTED_FIRST -> sorted.firstEntry();
      case LIST_ADD -> list.add(number);
      case LIST_READ -> List.copyOf(list);
      case COMPLETE -> future.complete(number);
      case FAIL -> future.completeExceptionally(new IllegalStateException());
      case LOOK_WHETHER_COMPLETE -> future.isDone() + " " + future.isCompletedExceptionally();
      case THEN -> future.thenApply(value -> value + 1).isDone();
      case ARRIVE -> phaser.arrive();
      case ARRIVE_AND_LEAVE -> phaser.getUnarrivedParties() > 0 ? phaser.arriveAndDeregister() : -1;
      case PHASE -> phaser.getPhase();
      case VOLATILE_READ -> shared;
      case VOLATILE_WRITE -> shared = number;
      case HANDLE_COMPARE -> HANDLE.compareAndSet(this, 0, number);
      case HANDLE_ADD -> HANDLE.getAndAdd(this, 1);
      case UPDATER_COMPARE -> UPDATER.compareAndSet(this, 0, number);
      case REFERENCE_COMPARE -> reference.compareAndSet("a", "b");
      case REFERENCE_UPDATE -> reference.updateAndGet(value -> value + number);
      case COUNT -> add();
      case SUM -> adder.sum();
      case SYNCHRONIZED_COUNT -> count();
      case SIGNAL -> signal();
      case PLAIN_READ -> plain;
      case PLAIN_WRITE -> plain = number;
      case INTERRUPT_FIRST -> interrupt();
      case LOOK_WHETHER_INTERRUPTED -> Thread.interrupted();
      case LOCK_AND_UNLOCK -> lockAndUnlock();
      case SLEEP -> sleep();
      case TAKE_FOR_A_WHILE -> blocking.poll(1, TimeUnit.MILLISECONDS);
    };
  }

  private String tell(Verb verb, int number) {
    try {
      return String.valueOf(perform(verb, number));
    } catch (InterruptedException e) {
      return "interrupted";
    }
  }

  private String interrupt() {
    threads.getFirst().interrupt();
    return "done";
  }

  private String lockAndUnlock() throws InterruptedException {
    lock.lockInterruptibly();
    lock.unlock();
    return "done";
  }

  private static String sleep() throws InterruptedException {
    Thread.sleep(1);
    return "slept";
  }

  private String add() {
    adder.increment();
    return "added";
  }

  private synchronized int count() {
    return ++counted;
  }

  private synchronized String signal() {
    notifyAll();
    return "signalled";
  }
}
