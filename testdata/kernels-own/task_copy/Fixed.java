package task_copy;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.function.Consumer;

/**
 * A task is copied with another priority before it is started; the copy counts itself off in a wait
 * group of its own.
 */
public final class Fixed {

  static final class Spec {
    private final String name;
    private final int priority;
    private final WaitGroup finished;

    Spec(String name, int priority) {
      this(name, priority, new WaitGroup());
      finished.add(1);
    }

    private Spec(String name, int priority, WaitGroup finished) {
      this.name = name;
      this.priority = priority;
      this.finished = finished;
    }

    Spec withPriority(int other) {
      return new Spec(name, other, finished);
    }

    void execute(Consumer<String> log) {
      try {
        log.accept(name + " at " + priority);
      } finally {
        finished.done();
      }
    }

    void join() {
      finished.await();
    }
  }

  interface Scheduler {
    void submit(Spec spec);
  }

  static final class Boosting implements Scheduler {
    private final Scheduler next;

    Boosting(Scheduler next) {
      this.next = next;
    }

    @Override
    public void submit(Spec spec) {
      next.submit(spec.withPriority(spec.priority + 1));
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Scheduler scheduler =
              new Boosting(spec -> Go.go(() -> spec.execute(System.out::println)));
          Spec scan = new Spec("scan", 1);
          scheduler.submit(scan);
          scan.join();
        });
  }
}
