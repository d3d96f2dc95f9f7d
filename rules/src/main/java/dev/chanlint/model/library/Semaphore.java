package dev.chanlint.model.library;

import dev.chanlint.model.machine.Clock;
import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Operation;
import dev.chanlint.model.machine.Pending;
import dev.chanlint.model.machine.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's {@code Semaphore}. Who takes a permit is ordered after who gave back that one, and not
 * after all who gave one back: where there were more, it could have been taken before. The first to
 * be taken are those that nobody has had, then those that were given back first.
 */
public final class Semaphore implements Facet {

  private final Clock released = new Clock();
  private final Clock owed = new Clock();
  private final Deque<GivenBack> givenBack = new ArrayDeque<>();
  private int fresh;
  private int permits;
  private boolean open;

  Semaphore() {}

  /**
   * How many permits are left.
   *
   * @return the number
   */
  public int permits() {
    return permits;
  }

  void construct(Invocation call) {
    open = !(call.argument(0) instanceof Value.Known(Integer n));
    permits = call.number(0, 0);
    fresh = Math.max(0, permits);
    call.done();
  }

  @Override
  public @Nullable Handler method(String name, int arity) {
    return switch (name) {
      case "acquire", "acquireUninterruptibly" -> call -> call.perform(new Wait(call, this));
      case "tryAcquire" -> call -> call.observably(Operation.TRY, () -> tryAcquire(call));
      case "release" -> this::release;
      case "availablePermits" -> call -> call.give(Value.of(permits));
      case "drainPermits" -> call -> call.observably(Operation.TRY, () -> drain(call));
      default -> null;
    };
  }

  private static int wanted(Invocation call) {
    return call.arguments().isEmpty() ? 1 : call.number(0, 1);
  }

  private void tryAcquire(Invocation call) {
    int wanted = call.arguments().size() % 2 == 0 ? 1 : wanted(call);
    boolean free = open || permits >= wanted;
    if (free) {
      take(call, wanted);
    }
    call.give(Value.of(free));
  }

  private void drain(Invocation call) {
    int all = permits;
    take(call, all);
    call.give(Value.of(all));
  }

  private void take(Invocation call, int n) {
    Clock clock = call.goroutine().clock();
    clock.join(open ? released : owed);
    int left = n - Math.min(n, fresh);
    fresh -= n - left;
    while (left > 0 && !givenBack.isEmpty()) {
      GivenBack first = givenBack.getFirst();
      clock.join(first.by);
      left = first.take(left);
      if (first.count == 0) {
        givenBack.removeFirst();
      }
    }
    permits -= n;
  }

  /** Where permits are tried for, it can be seen from outside that they are not back yet. */
  private void release(Invocation call) {
    if (call.machine().isPermitTried()) {
      call.observably(Operation.DONE, () -> giveBack(call));
    } else {
      giveBack(call);
    }
  }

  private void giveBack(Invocation call) {
    Clock clock = call.goroutine().clock();
    permits += wanted(call);
    released.join(clock);
    if (permits > 0) {
      givenBack.addLast(new GivenBack(clock.copy(), Math.min(permits, wanted(call))));
    } else {
      owed.join(clock);
    }
    clock.tick(call.goroutine().number());
    call.machine().note(call.goroutine(), Operation.DONE, call.self(), call.at());
    call.done();
  }

  @Override
  public void fingerprint(Fingerprint sink) {
    sink.add(permits);
  }

  /** Permits that somebody gave back at once. */
  private static final class GivenBack {
    private final Clock by;
    private int count;

    GivenBack(Clock by, int count) {
      this.by = by;
      this.count = count;
    }

    /** Takes so many of them, and tells how many there were too few. */
    int take(int wanted) {
      int taken = Math.min(wanted, count);
      count -= taken;
      return wanted - taken;
    }
  }

  /** The wait for permits. */
  private static final class Wait extends Pending {
    private final Invocation call;
    private final Semaphore semaphore;

    Wait(Invocation call, Semaphore semaphore) {
      super(Operation.ACQUIRE, call.self(), call.at());
      this.call = call;
      this.semaphore = semaphore;
    }

    @Override
    public boolean isReady() {
      return semaphore.open || semaphore.permits >= wanted(call);
    }

    @Override
    public void perform() {
      semaphore.take(call, wanted(call));
      call.done();
    }

    @Override
    public void force() {
      call.done();
    }
  }
}
