package dev.chanlint.model.library;

import dev.chanlint.model.machine.Acquire;
import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.Goroutine;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.LockFacet;
import dev.chanlint.model.machine.Operation;
import dev.chanlint.model.machine.Pending;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition variable: the runtime's {@code Cond}, a JDK condition, a monitor's wait set. */
public final class Condition implements Facet {

  private final List<Wait> waiting = new ArrayList<>();
  private @Nullable Thing lock;
  private @Nullable LockFacet state;
  private boolean shared;

  Condition(@Nullable Thing lock, @Nullable LockFacet state, boolean shared) {
    this.lock = lock;
    this.state = state;
    this.shared = shared;
  }

  void construct(Invocation call) {
    Thing argument = call.thing(0);
    if (argument != null && argument.facet() instanceof Lock facet) {
      lock = facet.identity(argument);
      state = facet.state();
      shared = facet.shared();
    }
    call.done();
  }

  @Override
  public @Nullable Handler method(String name, int arity) {
    return switch (name) {
      case "await", "wait", "awaitUninterruptibly", "awaitNanos" ->
          call -> await(call, arity > 0 || name.equals("awaitNanos"));
      case "signal", "notify" -> call -> call.observably(Operation.SIGNAL, () -> wake(call, 1));
      case "broadcast", "signalAll", "notifyAll" ->
          call -> call.observably(Operation.SIGNAL, () -> wake(call, waiting.size()));
      case "lock" -> call -> lockThrough(call, true);
      case "unlock" -> call -> lockThrough(call, false);
      default -> null;
    };
  }

  /** The condition's locker, where the API lets one reach it. */
  private void lockThrough(Invocation call, boolean acquire) {
    Thing object = lock;
    LockFacet facet = state;
    if (object == null || facet == null) {
      call.giveUnknown();
    } else if (acquire) {
      call.perform(new Acquire(call.machine(), call.goroutine(), object, facet, shared, call.at()));
    } else {
      Acquire.release(call.machine(), call.goroutine(), object, facet, shared, call.at());
      call.done();
    }
  }

  /** To begin to wait is a step of its own: a signal without the lock can come just before it. */
  void await(Invocation call, boolean timed) {
    Thing object = lock;
    LockFacet facet = state;
    if (object == null || facet == null) {
      call.giveUnknown();
    } else {
      call.observably(Operation.CONDITION, () -> await(call, timed, object, facet));
    }
  }

  private void await(Invocation call, boolean timed, Thing object, LockFacet facet) {
    boolean held =
        shared
            ? facet.readers().contains(call.goroutine())
            : facet.writer() != null
                && (facet.kind() == LockFacet.Kind.GO || facet.writer() == call.goroutine());
    if (!held) {
      call.raise("java.lang.IllegalMonitorStateException", "wait without the lock");
      return;
    }
    Wait wait = new Wait(call, object, facet, timed);
    waiting.add(wait);
    wait.giveUpLock();
    call.perform(wait);
  }

  void wake(Invocation call, int howMany) {
    for (int n = 0; n < howMany && !waiting.isEmpty(); n++) {
      Wait woken = waiting.removeFirst();
      woken.signalled = true;
    }
    call.done();
  }

  @Override
  public void fingerprint(Fingerprint sink) {
    sink.add(lock);
    waiting.forEach(w -> sink.add(w.call.goroutine()));
  }

  /** The wait for a signal; the lock is given up meanwhile. */
  private final class Wait extends Pending {
    private final Invocation call;
    private final Thing object;
    private final LockFacet facet;
    private final boolean timed;
    private boolean signalled;
    private int depth = 1;

    Wait(Invocation call, Thing object, LockFacet facet, boolean timed) {
      super(Operation.CONDITION, call.self(), call.at());
      this.call = call;
      this.object = object;
      this.facet = facet;
      this.timed = timed;
    }

    void giveUpLock() {
      Goroutine self = call.goroutine();
      depth = shared ? 1 : Math.max(1, facet.depth());
      for (int n = 0; n < depth; n++) {
        Acquire.release(call.machine(), self, object, facet, shared, call.at());
      }
    }

    @Override
    public boolean isReady() {
      return signalled || isTimed();
    }

    @Override
    public boolean isTimed() {
      return timed && call.goroutine().isParked();
    }

    @Override
    public void perform() {
      waiting.remove(this);
      call.perform(new Reacquire(this));
    }

    @Override
    public void force() {
      waiting.remove(this);
      retake();
    }

    void retake() {
      Goroutine self = call.goroutine();
      for (int n = 0; n < depth; n++) {
        Acquire.take(call.machine(), self, object, facet, shared, call.at());
      }
      Value result =
          switch (call.method().result()) {
            case "boolean" -> Value.of(signalled);
            case "long" -> call.machine().fresh("long", true);
            default -> Value.NULL;
          };
      call.give(result);
    }

    @Override
    public void fingerprint(Fingerprint sink) {
      super.fingerprint(sink);
      sink.add(signalled ? 1 : 0);
    }
  }

  /** The lock taken again after a wait. */
  private static final class Reacquire extends Pending {
    private final Wait wait;

    Reacquire(Wait wait) {
      super(Operation.LOCK, wait.object, wait.at());
      this.wait = wait;
    }

    @Override
    public boolean isReady() {
      return wait.facet.isAvailable(wait.call.goroutine(), false);
    }

    @Override
    public void perform() {
      wait.retake();
    }

    @Override
    public void force() {
      wait.retake();
    }
  }
}
