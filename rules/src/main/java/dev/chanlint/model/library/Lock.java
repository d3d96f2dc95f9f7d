package dev.chanlint.model.library;

import dev.chanlint.model.machine.Acquire;
import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.Goroutine;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.LockFacet;
import dev.chanlint.model.machine.Operation;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import org.jspecify.annotations.Nullable;

/**
 * A lock object, or the read or write view of one.
 *
 * @param state what it shares with its views
 * @param owner the object that the views belong to; null for the lock itself
 * @param shared whether it is a read view
 */
public record Lock(LockFacet state, @Nullable Thing owner, boolean shared) implements Facet {

  private static final String NOT_HELD = "java.lang.IllegalMonitorStateException";

  static Lock free(LockFacet.Kind kind) {
    return new Lock(new LockFacet(kind), null, false);
  }

  /**
   * The object that stands for the lock in reports.
   *
   * @param self the object that has this facet
   * @return the lock itself where this is a view
   */
  public Thing identity(Thing self) {
    return owner == null ? self : owner;
  }

  @Override
  public @Nullable Handler method(String name, int arity) {
    return switch (name) {
      case "lock", "lockInterruptibly" -> call -> acquire(call, shared);
      case "unlock" -> call -> release(call, shared);
      case "tryLock" -> call -> tryAcquire(call, shared);
      case "rLock" -> call -> acquire(call, true);
      case "rUnlock" -> call -> release(call, true);
      case "tryRLock" -> call -> tryAcquire(call, true);
      case "readLock" -> call -> view(call, true);
      case "writeLock" -> call -> view(call, false);
      case "newCondition" -> this::newCondition;
      case "isLocked", "isWriteLocked" -> call -> call.give(Value.of(state.writer() != null));
      case "isHeldByCurrentThread", "isWriteLockedByCurrentThread" ->
          call -> call.give(Value.of(state.writer() == call.goroutine()));
      case "getHoldCount" ->
          call -> call.give(Value.of(state.writer() == call.goroutine() ? state.depth() : 0));
      default -> null;
    };
  }

  private void acquire(Invocation call, boolean forReading) {
    call.perform(
        new Acquire(
            call.machine(), call.goroutine(), identity(call.self()), state, forReading, call.at()));
  }

  /** Where locks are tried, it can be seen from outside that a lock is not free yet. */
  private void release(Invocation call, boolean forReading) {
    if (call.machine().isLockTried()) {
      call.observably(Operation.UNLOCK, () -> free(call, forReading));
    } else {
      free(call, forReading);
    }
  }

  private void free(Invocation call, boolean forReading) {
    Thing lock = identity(call.self());
    if (Acquire.release(call.machine(), call.goroutine(), lock, state, forReading, call.at())) {
      call.done();
    } else {
      call.raise(NOT_HELD, "unlock of unlocked lock");
    }
  }

  private void tryAcquire(Invocation call, boolean forReading) {
    Goroutine by = call.goroutine();
    call.observably(
        Operation.TRY,
        () -> {
          boolean free = state.isTryable(by, forReading);
          if (free) {
            Acquire.take(call.machine(), by, identity(call.self()), state, forReading, call.at());
          }
          call.give(Value.of(free));
        });
  }

  private void view(Invocation call, boolean forReading) {
    Thing view =
        call.machine()
            .allocate(call.goroutine(), "java.util.concurrent.locks.Lock", call.self().madeAt());
    view.setFacet(new Lock(state, identity(call.self()), forReading));
    call.give(view);
  }

  private void newCondition(Invocation call) {
    Thing condition =
        call.machine()
            .allocate(call.goroutine(), "java.util.concurrent.locks.Condition", call.at());
    condition.setFacet(new Condition(identity(call.self()), state, false));
    call.give(condition);
  }

  @Override
  public void fingerprint(Fingerprint sink) {
    state.fingerprint(sink);
    sink.add(owner);
  }
}
