import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onTimeout;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/** A future of our own: room for the one result, so that nobody need wait for it. */
public final class ChannelPromise<T> {

  /** How a computation went. */
  sealed interface Outcome<T> {
    record Value<T>(T value) implements Outcome<T> {}

    record Failure<T>(Exception reason) implements Outcome<T> {}
  }

  private final Chan<Outcome<T>> outcome = Chan.make(1);
  private final WaitGroup computing = new WaitGroup();

  static <T> ChannelPromise<T> start(Callable<T> computation) {
    ChannelPromise<T> promise = new ChannelPromise<>();
    promise.computing.go(() -> promise.outcome.send(promise.attempt(computation)));
    return promise;
  }

  private Outcome<T> attempt(Callable<T> computation) {
    try {
      return new Outcome.Value<>(computation.call());
    } catch (Exception e) {
      return new Outcome.Failure<>(e);
    }
  }

  T await() throws Exception {
    return unwrap(outcome.receive());
  }

  Optional<T> within(Duration limit) throws Exception {
    Outcome<T> known = select(onReceive(outcome), onTimeout(limit));
    return known == null ? Optional.empty() : Optional.of(unwrap(known));
  }

  /** Returns once it has come to an end, whether anyone asked for it or not. */
  void settle() {
    computing.await();
  }

  private T unwrap(Outcome<T> known) throws Exception {
    return switch (known) {
      case Outcome.Value<T>(T value) -> value;
      case Outcome.Failure<T>(Exception reason) -> throw reason;
    };
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          ChannelPromise<Integer> six = start(() -> 6);
          ChannelPromise<Integer> slow = start(() -> 7);
          System.out.println(six.await());
          System.out.println(slow.within(Duration.ofMillis(1)).isPresent());
          six.settle();
          slow.settle();
        });
  }
}
