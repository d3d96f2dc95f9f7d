import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Functions put together of others, each of which guards what it touches. */
public final class ComposedFunctions {

  static final class Ledger {
    private final Mutex mu = new Mutex();
    private final List<String> lines = new ArrayList<>();

    void add(String line) {
      mu.lock();
      try {
        lines.add(line);
      } finally {
        mu.unlock();
      }
    }

    boolean has(String line) {
      mu.lock();
      try {
        return lines.contains(line);
      } finally {
        mu.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Ledger ledger = new Ledger();
          Chan<String> done = Chan.make(2);
          Consumer<String> write = ledger::add;
          Consumer<String> all = write.andThen(done::send);
          Function<String, String> named = Function.<String>identity().andThen(s -> s + "!");
          Predicate<String> missing = Predicate.not(ledger::has);
          Go.go(() -> all.accept(named.apply("a")));
          Go.go(() -> all.accept(named.compose((String s) -> s + s).apply("b")));
          done.receive();
          done.receive();
          System.out.println(missing.and(s -> !s.isEmpty()).test("c"));
        });
  }
}
