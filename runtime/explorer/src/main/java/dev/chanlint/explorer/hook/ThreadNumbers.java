package dev.chanlint.explorer.hook;

import dev.chanlint.explorer.engine.Execution;
import java.util.IdentityHashMap;
import java.util.Map;

/** Numbers for threads, in the order in which they are asked for: the same in equal executions. */
final class ThreadNumbers {

  private final Map<Thread, String> names = new IdentityHashMap<>();
  private final Map<Thread, Long> ids = new IdentityHashMap<>();

  static ThreadNumbers of(Execution execution) {
    return execution.attachment(execution, ThreadNumbers.class, ThreadNumbers::new);
  }

  String name(Thread thread) {
    return names.computeIfAbsent(thread, t -> "Thread-" + names.size());
  }

  long id(Thread thread) {
    return ids.computeIfAbsent(thread, t -> ids.size() + 1L);
  }
}
