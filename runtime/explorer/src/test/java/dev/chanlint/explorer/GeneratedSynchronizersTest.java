package dev.chanlint.explorer;

import dev.chanlint.explorer.hook.Monitors;
import dev.chanlint.explorer.hook.Parking;
import dev.chanlint.explorer.hook.Threads;
import dev.chanlint.explorer.juc.ArrayQueueModel;
import dev.chanlint.explorer.juc.BarrierModel;
import dev.chanlint.explorer.juc.ExchangerModel;
import dev.chanlint.explorer.juc.FutureModel;
import dev.chanlint.explorer.juc.LatchModel;
import dev.chanlint.explorer.juc.LockModel;
import dev.chanlint.explorer.juc.ReadWriteLockModel;
import dev.chanlint.explorer.juc.SemaphoreModel;
import dev.chanlint.explorer.juc.StampedLockModel;
import dev.chanlint.explorer.model.Engine;
import dev.chanlint.runtime.Chan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/**
 * Java's threads, monitors, parking and {@code java.util.concurrent}, as {@link
 * GeneratedProgramsTest} has it for channels: the reduced search finds what running all
 * interleavings finds, and runs each of their traces once, and nothing in vain.
 */
class GeneratedSynchronizersTest {

  @Provide
  Arbitrary<List<List<Verb>>> programs() {
    return Completeness.programs(Verb.class, 2, 3);
  }

  @Property(tries = 60, seed = "2026", shrinking = ShrinkingMode.FULL)
  void sampleIsCompleteAndOptimal(@ForAll("programs") List<List<Verb>> program) {
    Completeness.assertCompleteAndOptimal(new Run(program));
  }

  @Tag("sweep")
  @Property(tries = 10_000, shrinking = ShrinkingMode.FULL)
  void isCompleteAndOptimal(@ForAll("programs") List<List<Verb>> program) {
    Completeness.assertCompleteAndOptimal(new Run(program));
  }

  /** A lock that the thread has already is had again at once, unless it was interrupted. */
  @Example
  void havingALockOnceMoreLooksWhetherItWasInterrupted() {
    Completeness.assertCompleteAndOptimal(
        new Run(
            List.of(List.of(Verb.INTERRUPT_ANOTHER), List.of(Verb.LOCK, Verb.LOCK_FOR_A_WHILE))));
  }

  /** What a thread can do; another is the next one, or the first. */
  enum Verb {
    LOCK,
    UNLOCK,
    TRY_LOCK,
    LOCK_FOR_A_WHILE,
    AWAIT,
    SIGNAL,
    ENTER,
    EXIT,
    WAIT,
    NOTIFY,
    NOTIFY_ALL,
    PARK,
    UNPARK_ANOTHER,
    JOIN_ANOTHER,
    JOIN_ANOTHER_FOR_A_WHILE,
    INTERRUPT_ANOTHER,
    LOOK_WHETHER_ANOTHER_IS_ALIVE,
    LOOK_WHETHER_INTERRUPTED,
    START_LATE,
    SLEEP,
    ACQUIRE,
    ACQUIRE_BOTH,
    TRY_ACQUIRE,
    RELEASE,
    COUNT_DOWN,
    AWAIT_COUNT,
    PUT,
    TAKE,
    OFFER,
    POLL_FOR_A_WHILE,
    READ_LOCK,
    READ_UNLOCK,
    WRITE_LOCK,
    WRITE_UNLOCK,
    STAMPED_READ,
    STAMPED_WRITE,
    STAMPED_TRY,
    RUN_TASK,
    CANCEL_TASK,
    GET_TASK,
    PASS_BARRIER,
    EXCHANGE,
    EXCHANGE_FOR_A_WHILE,
    SEND,
    RECEIVE,
    READ,
    WRITE
  }

  /** A program being run: what each thread has seen. */
  private static final class Run extends Completeness.Program {

    private final List<List<Verb>> source;

    Run(List<List<Verb>> source) {
      this.source = source;
    }

    @Override
    public boolean isStep(Late what) {
      return true;
    }

    @Override
    public void run() {
      Objects objects = new Objects();
      for (List<Verb> verbs : source) {
        List<Object> log = newLog();
        int number = objects.threads.size();
        objects.threads.add(
            new Thread(() -> verbs.forEach(verb -> log.add(perform(verb, objects, number)))));
      }
      objects.late = new Thread(() -> write(0));
      objects.threads.forEach(Threads::start);
    }

    private Object perform(Verb verb, Objects objects, int number) {
      Thread another = objects.threads.get((number + 1) % objects.threads.size());
      try {
        return switch (verb) {
          case READ -> read();
          case WRITE -> {
            write(number + 1);
            yield "done";
          }
          default -> objects.perform(verb, another, number);
        };
      } catch (InterruptedException
          | BrokenBarrierException
          | TimeoutException
          | RuntimeException e) {
        return e.getClass().getSimpleName();
      }
    }
  }

  /** What the threads use. */
  private static final class Objects {

    private final List<Thread> threads = new ArrayList<>();
    private Thread late = new Thread();
    private final Object monitor = new Object();
    private final LockModel lock = new LockModel();
    private final Condition condition = lock.newCondition();
    private final SemaphoreModel semaphore = new SemaphoreModel(1);
    private final LatchModel latch = new LatchModel(2);
    private final ArrayQueueModel<Integer> queue = new ArrayQueueModel<>(1);
    private final ReadWriteLockModel readWriteLock = new ReadWriteLockModel();
    private final StampedLockModel stampedLock = new StampedLockModel();
    private final BarrierModel barrier = new BarrierModel(2);
    private final ExchangerModel<Integer> exchanger = new ExchangerModel<>();
    private final Chan<Integer> channel = Engine.channel(0);
    private final FutureModel<String> task = new FutureModel<>(() -> "ran");

    private Object perform(Verb verb, Thread another, int number)
        throws InterruptedException, BrokenBarrierException, TimeoutException {
      return switch (verb) {
        case LOCK -> said(lock::lock);
        case UNLOCK -> said(lock::unlock);
        case TRY_LOCK -> lock.tryLock();
        case LOCK_FOR_A_WHILE -> lock.tryLock(1, TimeUnit.MILLISECONDS);
        case AWAIT -> said(condition::await);
        case SIGNAL -> said(condition::signal);
        case ENTER -> said(() -> Monitors.enter(monitor));
        case EXIT -> said(() -> Monitors.exit(monitor));
        case WAIT -> said(() -> Monitors.wait(monitor));
        case NOTIFY -> said(() -> Monitors.notify(monitor));
        case NOTIFY_ALL -> said(() -> Monitors.notifyAll(monitor));
        case PARK -> said(Parking::park);
        case UNPARK_ANOTHER -> said(() -> Parking.unpark(another));
        case JOIN_ANOTHER -> said(() -> Threads.join(another));
        case JOIN_ANOTHER_FOR_A_WHILE -> said(() -> Threads.join(another, 1));
        case INTERRUPT_ANOTHER -> said(() -> Threads.interrupt(another));
        case LOOK_WHETHER_ANOTHER_IS_ALIVE -> Threads.isAlive(another);
        case LOOK_WHETHER_INTERRUPTED -> Threads.interrupted();
        case START_LATE -> said(() -> Threads.start(late));
        case SLEEP -> said(() -> Threads.sleep(1));
        case ACQUIRE -> said(semaphore::acquire);
        case ACQUIRE_BOTH -> said(() -> semaphore.acquireUninterruptibly(2));
        case TRY_ACQUIRE -> semaphore.tryAcquire();
        case RELEASE -> said(semaphore::release);
        case COUNT_DOWN -> said(latch::countDown);
        case AWAIT_COUNT -> said(latch::await);
        case PUT -> said(() -> queue.put(number));
        case TAKE -> queue.take();
        case OFFER -> queue.offer(number);
        case POLL_FOR_A_WHILE -> String.valueOf(queue.poll(1, TimeUnit.MILLISECONDS));
        case READ_LOCK -> said(readWriteLock.readLock()::lock);
        case READ_UNLOCK -> said(readWriteLock.readLock()::unlock);
        case WRITE_LOCK -> said(readWriteLock.writeLock()::lock);
        case WRITE_UNLOCK -> said(readWriteLock.writeLock()::unlock);
        case STAMPED_READ -> stampedLock.readLock();
        case STAMPED_WRITE -> stampedLock.writeLock();
        case STAMPED_TRY -> stampedLock.validate(stampedLock.tryOptimisticRead());
        case RUN_TASK -> said(task::run);
        case CANCEL_TASK -> task.cancel(true);
        case GET_TASK -> said(task::get);
        case PASS_BARRIER -> barrier.await();
        case EXCHANGE -> String.valueOf(exchanger.exchange(number));
        case EXCHANGE_FOR_A_WHILE ->
            String.valueOf(exchanger.exchange(number, 1, TimeUnit.MILLISECONDS));
        case SEND -> said(() -> channel.send(number));
        case RECEIVE -> channel.receive();
        case READ, WRITE -> throw new IllegalArgumentException(verb.toString());
      };
    }

    /** What may be interrupted. */
    @FunctionalInterface
    private interface Act {
      void run() throws InterruptedException, java.util.concurrent.ExecutionException;
    }

    private static String said(Act act) throws InterruptedException {
      try {
        act.run();
      } catch (java.util.concurrent.ExecutionException e) {
        throw new IllegalStateException(e);
      }
      return "done";
    }
  }
}
