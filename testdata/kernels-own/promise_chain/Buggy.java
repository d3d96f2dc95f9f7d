// fault: deadlock
package promise_chain;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Received;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Promises that are chained: each further one is kept by a goroutine that waits for the one before.
 * One that fails keeps its error to itself.
 */
public final class Buggy {

  static final class Promise<T> {
    private final Chan<T> value = Chan.make(1);
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    void resolve(T result) {
      value.send(result);
      value.close();
    }

    void reject(Exception cause) {
      failure.set(cause);
    }

    <R> Promise<R> then(Function<? super T, ? extends R> step) {
      Promise<R> next = new Promise<>();
      Go.go(() -> forward(step, next));
      return next;
    }

    private <R> void forward(Function<? super T, ? extends R> step, Promise<R> next) {
      Received<T> outcome =
          value.receiveOk(); // want leak-receive, close-missing, deadlock-cyclic-wait
      if (outcome.ok()) {
        next.resolve(step.apply(outcome.value()));
      } else {
        next.reject(failure.get());
      }
    }

    Optional<T> get() {
      return Optional.ofNullable(value.receive()); // want leak-receive, close-missing
    }
  }

  interface Remote {
    int call(String method) throws IOException;
  }

  static Promise<Integer> invoke(Remote remote, String method) {
    Promise<Integer> answer = new Promise<>();
    try {
      answer.resolve(remote.call(method));
    } catch (IOException e) {
      answer.reject(e);
    }
    return answer;
  }

  static int unreachable(String method) throws IOException {
    throw new IOException("no route for " + method);
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Optional<String> text =
              invoke(Buggy::unreachable, "size")
                  .then(size -> size * 8)
                  .then(bits -> bits + " bits")
                  .get();
          System.out.println(text.orElse("unknown"));
        });
  }
}
