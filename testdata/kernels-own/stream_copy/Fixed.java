package stream_copy;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Attaches two streams; ends when the first of them ends. */
public final class Fixed {

  record Outcome(String stream, int bytes, Exception failure) {}

  static final class Attach {
    private final Chan<Outcome> outcomes = Chan.make(2);
    private final WaitGroup copying = new WaitGroup();
    private final Map<String, Supplier<Integer>> streams = new LinkedHashMap<>();

    Attach with(String name, Supplier<Integer> copy) {
      streams.put(name, copy);
      return this;
    }

    Outcome run() {
      streams.forEach((name, copy) -> copying.go(() -> copy(name, copy)));
      Outcome first = outcomes.receive();
      if (first.failure() != null) {
        return new Outcome(first.stream(), -1, first.failure());
      }
      return first;
    }

    private void copy(String name, Supplier<Integer> copy) {
      Exception failure = null;
      int bytes = 0;
      try {
        bytes = copy.get();
      } catch (IllegalStateException e) {
        failure = e;
      } finally {
        outcomes.send(new Outcome(name, bytes, failure));
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Attach attach =
              new Attach()
                  .with("stdin", () -> 3)
                  .with(
                      "stdout",
                      () -> {
                        throw new IllegalStateException("closed");
                      });
          System.out.println(attach.run().stream());
          attach.copying.await();
        });
  }
}
