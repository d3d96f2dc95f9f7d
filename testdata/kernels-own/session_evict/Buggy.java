// fault: panic
package session_evict;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Sessions in a concurrent map; a goroutine evicts those that nobody has touched. */
public final class Buggy {

  record Session(String user, int touched) {
    Session touch(int now) {
      return new Session(user, now);
    }
  }

  static final class SessionStore {
    private final ConcurrentMap<String, Session> sessions = new ConcurrentHashMap<>();
    private final AtomicInteger clock = new AtomicInteger();

    void login(String token, String user) {
      sessions.put(token, new Session(user, clock.get()));
    }

    Optional<String> userOf(String token) {
      if (!sessions.containsKey(token)) { // want race-check-then-act, order-use-after-teardown
        return Optional.empty();
      }
      Session session = sessions.get(token); // want race-check-then-act, order-use-after-teardown
      int now = clock.incrementAndGet();
      Session touched = session.touch(now); // want race-check-then-act, order-use-after-teardown
      sessions.replace(token, touched);
      return Optional.of(touched.user());
    }

    int evict(int olderThan) {
      int before = sessions.size();
      Predicate<Session> stale = session -> session.touched() < olderThan;
      sessions.values().removeIf(stale); // want order-use-after-teardown
      return before - sessions.size();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          SessionStore store = new SessionStore();
          store.login("t1", "ada");
          WaitGroup tasks = new WaitGroup();
          tasks.go(() -> System.out.println(store.userOf("t1").isPresent()));
          tasks.go(() -> System.out.println(store.evict(1) >= 0));
          tasks.await();
        });
  }
}
