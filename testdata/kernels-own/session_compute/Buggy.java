// fault: deadlock
package session_compute;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Sessions are updated in place; a writer goroutine sends what is queued for them. */
public final class Buggy {

  record Session(String id, Chan<String> out, int sent) {
    Session counted() {
      return new Session(id, out, sent + 1);
    }
  }

  static final class Sessions {
    private final ConcurrentMap<String, Session> live = new ConcurrentHashMap<>();

    Session open(String id) {
      return live.computeIfAbsent(id, key -> new Session(key, Chan.make(), 0));
    }

    void push(String id, String message) {
      live.computeIfPresent(
          id,
          (key, session) -> {
            // want +1 deadlock-block-under-lock, deadlock-cyclic-wait, leak-send
            session.out().send(message);
            return session;
          });
    }

    void written(String id) {
      // want +1 deadlock-block-under-lock, deadlock-cyclic-wait
      live.computeIfPresent(id, (key, session) -> session.counted());
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Sessions sessions = new Sessions();
          Session session = sessions.open("alice");
          WaitGroup writers = new WaitGroup();
          writers.go(
              () -> {
                for (String message : session.out()) {
                  sessions.written(session.id());
                }
              });
          sessions.push("alice", "hello");
          sessions.push("alice", "bye");
          session.out().close();
          writers.await();
        });
  }
}
