package rules.raceguardedescape;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** An object looked up under a monitor and changed by a callback after it. */
public final class SessionKept {

  /** A session. */
  static final class Session {
    private int hits;
  }

  /** Sessions by age. */
  static final class Sessions {
    private final Deque<Session> all = new ArrayDeque<>();

    synchronized void open() {
      all.add(new Session());
    }

    synchronized int hits() {
      int hits = 0;
      for (Session session : all) {
        hits += session.hits;
      }
      return hits;
    }

    void withOldest(Consumer<Session> body) {
      Session oldest;
      synchronized (this) {
        oldest = all.peekFirst();
      }
      body.accept(oldest);
    }

    synchronized void withOldestLocked(Consumer<Session> body) {
      body.accept(all.peekFirst());
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Sessions sessions = new Sessions();
          sessions.open();
          WaitGroup group = new WaitGroup();
          group.go(() -> System.out.println(sessions.hits()));
          group.go(
              () ->
                  sessions.withOldest(
                      session ->
                          session.hits = 1)); // want race-guarded-escape "field 'hits'" confirmed
          group.await();
          sessions.withOldestLocked(session -> session.hits = 2);
        });
  }
}
