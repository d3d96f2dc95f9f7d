package dev.chanlint.verification;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.ChannelClosedException;
import dev.chanlint.runtime.DeadlockError;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.GoroutineInterruptedException;
import dev.chanlint.runtime.Received;
import dev.chanlint.runtime.Select;
import dev.chanlint.runtime.WaitGroup;
import dev.chanlint.verification.Operation.Case;
import dev.chanlint.verification.Operation.Close;
import dev.chanlint.verification.Operation.Communicate;
import dev.chanlint.verification.Operation.Len;
import dev.chanlint.verification.Outcome.Drained;
import dev.chanlint.verification.Outcome.Length;
import dev.chanlint.verification.Outcome.Panicked;
import dev.chanlint.verification.Outcome.Plain;
import dev.chanlint.verification.Outcome.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs a program on the production engine and notes what happens. The runtime itself tells when
 * those that are left wait for good, so a deadlock that is none shows as a history that nothing
 * explains.
 */
public final class Recorder {

  private final List<Chan<Integer>> channels;
  private final List<Worker> workers = new ArrayList<>();
  private final AtomicInteger arrived = new AtomicInteger();
  private final AtomicLong clock = new AtomicLong();
  private volatile boolean deadlocked;

  private Recorder(Program program) {
    channels = program.capacities().stream().map(Chan::<Integer>make).toList();
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
      try {
        return perform(operation);
      } catch (ChannelClosedException e) {
        return new Panicked(String.valueOf(e.getMessage()));
      } catch (GoroutineInterruptedException e) {
        if (!Thread.interrupted()) {
          throw new IllegalStateException("the interrupt flag was lost", e);
        }
        return deadlocked ? Plain.BLOCKED : Plain.INTERRUPTED;
      }
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

  private Outcome perform(Operation operation) {
    return switch (operation) {
      case Communicate c -> c.asSelect() ? select(c) : communicate(c);
      case Close(int index) -> {
        channels.get(index).close();
        yield Plain.CLOSED;
      }
      case Len(int index) -> new Length(channels.get(index).len());
    };
  }

  private Outcome communicate(Communicate c) {
    Case only = c.cases().getFirst();
    Chan<Integer> ch = channels.get(only.channel());
    Integer value = only.value();
    if (value != null) {
      return send(ch, value, c.waits());
    }
    Received<Integer> received = c.waits() ? ch.receiveOk() : ch.tryReceive();
    return received == null ? Plain.WOULD_BLOCK : received(0, received.value());
  }

  private static Outcome send(Chan<Integer> ch, Integer value, boolean waits) {
    if (!waits) {
      return ch.trySend(value) ? new Sent(0) : Plain.WOULD_BLOCK;
    }
    ch.send(value);
    return new Sent(0);
  }

  private Outcome select(Communicate c) {
    List<Select.Case<Outcome>> cases = new ArrayList<>();
    for (int i = 0; i < c.cases().size(); i++) {
      cases.add(selectCase(c.cases().get(i), i));
    }
    if (!c.waits()) {
      cases.add(Select.onDefault().as(Plain.WOULD_BLOCK));
    }
    return Select.select(arrayOf(cases.stream()));
  }

  private Select.Case<Outcome> selectCase(Case one, int index) {
    Chan<Integer> ch = channels.get(one.channel());
    Integer value = one.value();
    return value == null
        ? Select.onReceive(ch).map(v -> received(index, v))
        : Select.onSend(ch, value).as(new Sent(index));
  }

  @SuppressWarnings({
    "unchecked",
    "rawtypes"
  }) // an array of a generic type cannot be made otherwise
  private static Select.Case<Outcome>[] arrayOf(Stream<Select.Case<Outcome>> cases) {
    return cases.toArray(Select.Case[]::new);
  }

  /** No value is ever sent that is null. */
  private static Outcome received(int by, @Nullable Integer value) {
    return value == null ? new Drained(by) : new Outcome.Received(by, value);
  }
}
