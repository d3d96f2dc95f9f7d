package rules.misusewaitgroup;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/** Counts each task in before it starts; a task that has started may count in others. */
public final class AddBeforeTheGoroutine {

  private final WaitGroup tasks = new WaitGroup();

  public static void main(String[] args) {
    Go.run(
        () -> {
          AddBeforeTheGoroutine tree = new AddBeforeTheGoroutine();
          for (int round = 0; round < 2; round++) {
            tree.start(2);
            tree.tasks.await();
          }
        });
  }

  private void start(int depth) {
    tasks.add(1);
    Go.go(
        () -> {
          if (depth > 0) {
            start(depth - 1);
          }
          tasks.done();
        });
  }
}
