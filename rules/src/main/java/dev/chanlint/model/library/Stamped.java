package dev.chanlint.model.library;

import dev.chanlint.model.machine.Acquire;
import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.LockFacet;
import dev.chanlint.model.machine.Operation;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's {@code StampedLock}: neither reentrant nor owned. Its stamps tell reading from writing.
 * Optimistic reads race by design; a run that makes one tells nothing.
 *
 * @param state who has it
 */
public record Stamped(LockFacet state) implements Facet {

  private static final Value NONE = new Value.Known(0L);
  private static final Value WRITING = new Value.Known(1L);
  private static final Value READING = new Value.Known(2L);

  Stamped() {
    this(new LockFacet(LockFacet.Kind.GO));
  }

  @Override
  public @Nullable Handler method(String name, int arity) {
    return switch (name) {
      case "writeLock", "writeLockInterruptibly" -> call -> acquire(call, false);
      case "readLock", "readLockInterruptibly" -> call -> acquire(call, true);
      case "tryWriteLock" -> call -> tryAcquire(call, false);
      case "tryReadLock" -> call -> tryAcquire(call, true);
      case "unlockWrite" -> call -> release(call, false);
      case "unlockRead" -> call -> release(call, true);
      case "unlock" -> call -> release(call, call.argument(0).equals(READING));
      case "asWriteLock" -> call -> view(call, false);
      case "asReadLock" -> call -> view(call, true);
      case "isWriteLocked" -> call -> call.give(Value.of(state.writer() != null));
      default -> Stamped::unsure;
    };
  }

  private static Value stamp(boolean shared) {
    return shared ? READING : WRITING;
  }

  private void acquire(Invocation call, boolean shared) {
    call.perform(
        new Acquire(
            call.machine(),
            call.goroutine(),
            call.self(),
            state,
            shared,
            call.at(),
            stamp(shared)));
  }

  private void tryAcquire(Invocation call, boolean shared) {
    call.observably(
        Operation.TRY,
        () -> {
          boolean free = state.isTryable(call.goroutine(), shared);
          if (free) {
            Acquire.take(call.machine(), call.goroutine(), call.self(), state, shared, call.at());
          }
          call.give(free ? stamp(shared) : NONE);
        });
  }

  private void release(Invocation call, boolean shared) {
    if (Acquire.release(call.machine(), call.goroutine(), call.self(), state, shared, call.at())) {
      call.done();
    } else {
      call.raise("java.lang.IllegalMonitorStateException", "unlock of unlocked lock");
    }
  }

  private void view(Invocation call, boolean shared) {
    Thing view =
        call.machine()
            .allocate(call.goroutine(), "java.util.concurrent.locks.Lock", call.self().madeAt());
    view.setFacet(new Lock(state, call.self(), shared));
    call.give(view);
  }

  private static void unsure(Invocation call) {
    call.machine().becomeUnsure();
    call.giveUnknown();
  }

  @Override
  public void fingerprint(Fingerprint sink) {
    state.fingerprint(sink);
  }
}
