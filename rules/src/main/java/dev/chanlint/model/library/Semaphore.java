package dev.chanlint.model.library;

import dev.chanlint.model.machine.Clock;
import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Operation;
import dev.chanlint.model.machine.Pending;
import dev.chanlint.model.machine.Value;
import org.jspecify.annotations.Nullable;

/** The JDK's {@code Semaphore}. */
public final class Semaphore implements Facet {

  private final Clock released = new Clock();
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
    permits -= n;
    call.goroutine().clock().join(released);
  }

  private void release(Invocation call) {
    permits += wanted(call);
    released.join(call.goroutine().clock());
    call.goroutine().clock().tick(call.goroutine().number());
    call.machine().note(call.goroutine(), Operation.DONE, call.self(), call.at());
    call.done();
  }

  @Override
  public void fingerprint(Fingerprint sink) {
    sink.add(permits);
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
