package group_retry;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.function.Predicate;

/** Tasks that fail are tried again; each try counts itself, only the last one is taken off. */
public final class Fixed {

  static final class Retrier {
    private final WaitGroup open = new WaitGroup();
    private final int most;

    Retrier(int most) {
      this.most = most;
    }

    void submit(Predicate<Integer> task) {
      attempt(task, 1);
    }

    private void attempt(Predicate<Integer> task, int number) {
      open.add(1);
      Go.go(
          () -> {
            if (!task.test(number) && number < most) {
              attempt(task, number + 1);
            }
            open.done();
          });
    }

    void await() {
      open.await();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Retrier retrier = new Retrier(3);
          retrier.submit(number -> number == 2);
          retrier.await();
        });
  }
}
