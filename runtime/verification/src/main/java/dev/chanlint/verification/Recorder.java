package dev.chanlint.verification;

import dev.chanlint.runtime.DeadlockError;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import dev.chanlint.verification.Outcome.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Runs a program on the production engine and notes what happens. The runtime itself tells when
 * those that are left wait for good, so a deadlock that is none shows as a history that nothing
 * explains.
 */
public final class Recorder {

  private final Performer channels;
  private final List<Worker> workers = new ArrayList<>();
  private final AtomicInteger arrived = new AtomicInteger();
  private final AtomicLong clock = new AtomicLong();
  private volatile boolean deadlocked;

  private Recorder(Program program) {
    channels = new GoPerformer(program.capacities());
    for (List<Operation> operations : program.goroutines()) {
      workers.add(new Worker(workers.size(), operations));
    }
  }

  /**
   * Runs a program once.
   *
   * @param program the program
   * @param interrupts whether to interrupt its goroutines at random moments
   * @return what was seen
   */
  public static History record(Program program, boolean interrupts) {
    Recorder recorder = new Recorder(program);
    recorder.run(interrupts);
    return new History(
        program.capacities(), recorder.workers.stream().flatMap(w -> w.calls.stream()).toList());
  }

  private void run(boolean interrupts) {
    try {
      Go.run(() -> startAndAwaitAll(interrupts));
    } catch (DeadlockError e) {
      deadlocked = true;
      workers.forEach(Worker::release);
    }
  }

  private void startAndAwaitAll(boolean interrupts) {
    WaitGroup all = new WaitGroup();
    workers.forEach(worker -> all.go(worker::run));
    if (interrupts) {
      all.go(this::interruptSome);
    }
    all.await();
  }

  private void interruptSome() {
    for (int i = 0; i < 2 * workers.size(); i++) {
      workers.get(ThreadLocalRandom.current().nextInt(workers.size())).interrupt();
      Go.gosched();
    }
  }

  /** One goroutine of the program. */
  private final class Worker {
    private final int number;
    private final List<Operation> operations;
    private final List<Call> calls = new ArrayList<>();
    private volatile @Nullable Thread thread;

    Worker(int number, List<Operation> operations) {
      this.number = number;
      this.operations = operations;
    }

    void run() {
      thread = Thread.currentThread();
      arrived.incrementAndGet();
      while (arrived.get() < workers.size()) {
        Go.gosched();
      }
      for (Operation operation : operations) {
        if (!call(operation)) {
          return;
        }
      }
    }

    /** Returns whether the goroutine goes on after it. */
    private boolean call(Operation operation) {
      long invoked = clock.incrementAndGet();
      Outcome outcome = outcomeOf(operation);
      boolean blocked = outcome == Plain.BLOCKED;
      long returned = blocked ? Long.MAX_VALUE : clock.incrementAndGet();
      calls.add(new Call(number, operation, invoked, returned, outcome));
      return !blocked;
    }

    private Outcome outcomeOf(Operation operation) {
      Outcome outcome = channels.perform(operation);
      return deadlocked && outcome == Plain.INTERRUPTED ? Plain.BLOCKED : outcome;
    }

    void interrupt() {
      Thread started = thread;
      if (started != null) {
        started.interrupt();
      }
    }

    /** Lets a goroutine that waits for good end, and waits for that. */
    void release() {
      Thread started = thread;
      if (started == null) {
        throw new IllegalStateException("a deadlock before all goroutines have started");
      }
      started.interrupt();
      joinUninterrupted(started);
    }
  }

  private static void joinUninterrupted(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts the recorder", e);
    }
  }
}
