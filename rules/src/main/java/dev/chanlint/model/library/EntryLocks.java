package dev.chanlint.model.library;

import dev.chanlint.model.machine.Acquire;
import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.FunctionFacet;
import dev.chanlint.model.machine.Goroutine;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.LockFacet;
import dev.chanlint.model.machine.Thing;
import dev.chanlint.model.machine.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code ConcurrentHashMap} holds while a function computes the value of a key: others that
 * would change what it has for that key wait.
 */
final class EntryLocks {

  private final Map<Value, LockFacet> locks = new LinkedHashMap<>();

  /** Whether any value is being computed. */
  boolean isAnyHeld() {
    return locks.values().stream().anyMatch(EntryLocks::isHeld);
  }

  private static boolean isHeld(LockFacet lock) {
    return lock.writer() != null;
  }

  /** Computes the value of a key, which keeps others out meanwhile. */
  void compute(Invocation call, Value key, Value function, List<Value> with, Consumer<Value> then) {
    LockFacet lock = locks.computeIfAbsent(key, k -> new LockFacet(LockFacet.Kind.REENTRANT));
    Goroutine by = call.goroutine();
    Acquire.take(call.machine(), by, call.self(), lock, false, call.at());
    call.machine()
        .callBack(
            by,
            call.method().name(),
            function,
            with,
            value -> {
              release(call, lock);
              then.accept(value);
            },
            exception -> {
              release(call, lock);
              call.machine().raise(by, exception);
            },
            call.at());
  }

  /** Goes on once nobody else computes the value of a key. */
  void whenFree(Invocation call, Value key, Runnable then) {
    LockFacet lock = locks.get(key);
    if (lock == null || lock.isAvailable(call.goroutine(), false)) {
      then.run();
      return;
    }
    Thing wait = call.machine().allocate(call.goroutine(), "java.lang.Runnable", call.at());
    wait.setFacet(new Wait(call, lock));
    call.callBack(
        wait,
        List.of(),
        taken -> {
          release(call, lock);
          then.run();
        });
  }

  private static void release(Invocation call, LockFacet lock) {
    Acquire.release(call.machine(), call.goroutine(), call.self(), lock, false, call.at());
  }

  void fingerprint(Fingerprint sink) {
    locks.forEach(
        (key, lock) -> {
          if (isHeld(lock)) {
            sink.add(key);
            lock.fingerprint(sink);
          }
        });
  }

  /** Takes the lock of an entry that somebody else has. */
  private record Wait(Invocation of, LockFacet lock) implements FunctionFacet {

    @Override
    public void call(Invocation call) {
      call.perform(new Acquire(call.machine(), call.goroutine(), of.self(), lock, false, of.at()));
    }

    @Override
    public Facet.@Nullable Handler method(String name, int arity) {
      return null;
    }

    @Override
    public void fingerprint(Fingerprint sink) {
      sink.add(of.self());
    }
  }
}
