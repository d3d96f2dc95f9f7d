package dev.chanlint.model.library;

import dev.chanlint.model.machine.Acquire;
import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.LockFacet;
import dev.chanlint.model.machine.Operation;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's {@code StampedLock}: neither reentrant nor owned. Its stamps tell reading from writing;
 * those of optimistic reads count the writers so far. What is read optimistically races by design:
 * it is no access, as it is not used unless the stamp is found valid.
 */
public final class Stamped implements Facet {

  private static final Value NONE = new Value.Known(0L);
  private static final Value WRITING = new Value.Known(1L);
  private static final Value READING = new Value.Known(2L);
  private static final long OPTIMISTIC = 3;

  private final LockFacet state = new LockFacet(LockFacet.Kind.GO);
  private long writers;

  Stamped() {}

  /**
   * The lock.
   *
   * @return who has it
   */
  public LockFacet state() {
    return state;
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
      case "tryOptimisticRead" ->
          call -> call.observably(Operation.ATOMIC, () -> beginOptimistic(call));
      case "validate" -> call -> call.observably(Operation.ATOMIC, () -> validate(call));
      case "isWriteLocked" -> call -> call.give(Value.of(state.writer() != null));
      default -> Stamped::unsure;
    };
  }

  private void beginOptimistic(Invocation call) {
    boolean isFree = state.writer() == null;
    state.observe(call.goroutine());
    call.goroutine().readOptimistically(isFree);
    call.give(isFree ? optimisticStamp() : NONE);
  }

  private void validate(Invocation call) {
    call.goroutine().readOptimistically(false);
    boolean isOptimistic = !List.of(NONE, READING, WRITING).contains(call.argument(0));
    boolean isFree = state.writer() == null;
    call.give(Value.of(!isOptimistic || (isFree && call.argument(0).equals(optimisticStamp()))));
  }

  private Value optimisticStamp() {
    return new Value.Known(OPTIMISTIC + writers);
  }

  private static Value stamp(boolean shared) {
    return shared ? READING : WRITING;
  }

  private void acquire(Invocation call, boolean shared) {
    call.goroutine().readOptimistically(false);
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
    writers += shared ? 0 : 1;
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
    sink.add(writers);
    state.fingerprint(sink);
  }
}
