import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.Callable;

/** A state machine under one lock; the call itself runs outside it. */
public final class CircuitBreaker {

  /** Whether calls go through. */
  enum State {
    CLOSED,
    OPEN,
    HALF_OPEN
  }

  private final Mutex mutex = new Mutex();
  private final int threshold;
  private State state = State.CLOSED;
  private int failures;
  private int rejected;

  CircuitBreaker(int threshold) {
    this.threshold = threshold;
  }

  <T> T call(Callable<T> task, T otherwise) {
    if (!admit()) {
      return otherwise;
    }
    try {
      T result = task.call();
      record(true);
      return result;
    } catch (Exception e) {
      record(false);
      return otherwise;
    }
  }

  private boolean admit() {
    mutex.lock();
    try {
      switch (state) {
        case CLOSED:
          return true;
        case OPEN:
          rejected++;
          state = State.HALF_OPEN;
          return false;
        default:
          return true;
      }
    } finally {
      mutex.unlock();
    }
  }

  private void record(boolean success) {
    mutex.lock();
    try {
      failures = success ? 0 : failures + 1;
      state =
          switch (state) {
            case CLOSED -> failures >= threshold ? State.OPEN : State.CLOSED;
            case OPEN -> State.OPEN;
            case HALF_OPEN -> success ? State.CLOSED : State.OPEN;
          };
    } finally {
      mutex.unlock();
    }
  }

  State state() {
    mutex.lock();
    try {
      return state;
    } finally {
      mutex.unlock();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          CircuitBreaker breaker = new CircuitBreaker(1);
          WaitGroup callers = new WaitGroup();
          callers.go(() -> breaker.call(() -> 1, 0));
          callers.go(
              () ->
                  breaker.call(
                      () -> {
                        throw new IllegalStateException("down");
                      },
                      0));
          callers.await();
          System.out.println(breaker.state());
        });
  }
}
