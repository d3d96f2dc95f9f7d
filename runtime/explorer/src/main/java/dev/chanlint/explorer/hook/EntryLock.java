package dev.chanlint.explorer.hook;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.engine.Resource;
import dev.chanlint.explorer.engine.Store;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link ConcurrentHashMap} holds while a function computes the value of a key: others that
 * would change what it has for that key wait. A key that was absent keeps those waiting, too, that
 * only put something there if it is absent; of one that was there they see that at once.
 */
final class EntryLock extends Resource {

  private static final int OF_PRESENT = 1;
  private static final int OF_ABSENT = 2;

  private record Of(Object key) {}

  private final Store store;
  private @Nullable Goroutine user;

  private EntryLock(Execution execution) {
    super(execution, "ConcurrentHashMap entry");
    store = execution.store();
  }

  static EntryLock of(Execution execution, ConcurrentHashMap<?, ?> map, Object key) {
    return execution.attachment(map, new Of(key), () -> new EntryLock(execution));
  }

  /** Whether the goroutine is in a computation that it keeps others out of. */
  boolean isUsedBy(Goroutine goroutine) {
    return user == goroutine;
  }

  /** A goroutine computes the value. */
  void use(Goroutine goroutine) {
    user = goroutine;
  }

  /** It has computed the value. */
  void leave() {
    user = null;
  }

  /** Whether it keeps others waiting. */
  boolean bars(boolean ifAbsent) {
    return ifAbsent ? store.get(cell()) == OF_ABSENT : store.is(cell());
  }

  /** As part of the step by which the computation began, for that was not all of it. */
  void close(boolean present) {
    store.set(cell(), present ? OF_PRESENT : OF_ABSENT);
  }

  /** As part of a step. */
  void open() {
    store.set(cell(), 0);
  }
}
