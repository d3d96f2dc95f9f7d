package session_equals;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/**
 * Sessions are equal if they are of one user, who may change and so is read under the lock of all
 * sessions; a list that is searched under that lock asks for it.
 */
public final class Fixed {

  static final class Sessions {
    private final Mutex mu = new Mutex();
    private final List<Session> open = new ArrayList<>();

    Session open(String user) {
      Session session = new Session(user);
      mu.lock();
      try {
        open.add(session);
      } finally {
        mu.unlock();
      }
      return session;
    }

    boolean close(Session session) {
      mu.lock();
      try {
        return open.removeIf(other -> other == session);
      } finally {
        mu.unlock();
      }
    }

    final class Session {
      private String user;

      Session(String user) {
        this.user = user;
      }

      String user() {
        mu.lock();
        try {
          return user;
        } finally {
          mu.unlock();
        }
      }

      void rename(String name) {
        mu.lock();
        user = name;
        mu.unlock();
      }

      @Override
      public boolean equals(Object other) {
        return other instanceof Session session && session.user().equals(user());
      }

      @Override
      public int hashCode() {
        return 1;
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Sessions sessions = new Sessions();
          Sessions.Session first = sessions.open("ann");
          Sessions.Session second = sessions.open("bob");
          WaitGroup renames = new WaitGroup();
          renames.go(() -> first.rename("eve"));
          System.out.println(sessions.close(second));
          renames.await();
        });
  }
}
