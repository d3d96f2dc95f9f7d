package rules.racecheckthenact;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/** Two goroutines may both find that there is no connection yet. */
public final class LazyConnection {

  private Object connection;

  public static void main(String[] args) {
    Go.run(
        () -> {
          LazyConnection pool = new LazyConnection();
          WaitGroup running = new WaitGroup();
          running.go(pool::connection);
          running.go(pool::connection);
          running.await();
        });
  }

  private Object connection() {
    if (connection == null) {
      connection = new Object(); // want race-check-then-act
    }
    return connection;
  }
}
