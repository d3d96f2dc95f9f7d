package rules.misusewaitgroup;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/** A task that fails says twice that it is done. */
public final class DoneOnEveryPath {

  public static void main(String[] args) {
    Go.run(
        () -> {
          WaitGroup tasks = new WaitGroup();
          tasks.add(1);
          Go.go(() -> run(tasks, false));
          tasks.await();
        });
  }

  private static void run(WaitGroup tasks, boolean succeeds) {
    try {
      if (!succeeds) {
        tasks.done();
      }
    } finally {
      tasks.done(); // want misuse-waitgroup
    }
  }
}
