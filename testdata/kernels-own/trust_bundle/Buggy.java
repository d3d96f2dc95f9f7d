// fault: deadlock
package trust_bundle;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Once;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;
import java.util.function.Supplier;

/** Roots and intermediates of a trust bundle, each of which is read when it is first asked for. */
public final class Buggy {

  static final class Lazy<T> implements Supplier<T> {
    private final Once once = new Once();
    private final Supplier<? extends T> loader;
    private T value;

    Lazy(Supplier<? extends T> loader) {
      this.loader = loader;
    }

    @Override
    public T get() {
      once.run(() -> value = loader.get()); // want deadlock-cyclic-wait, deadlock-self-join
      return value;
    }
  }

  record Certificate(String subject, String issuer) {}

  static final class Bundle {
    private final Lazy<List<Certificate>> roots = new Lazy<>(this::loadRoots);
    private final Lazy<List<Certificate>> intermediates = new Lazy<>(this::loadIntermediates);
    private final boolean strict;

    Bundle(boolean strict) {
      this.strict = strict;
    }

    private List<Certificate> loadRoots() {
      List<Certificate> found = read("roots");
      if (strict && !chained(found, intermediates.get())) {
        return List.of();
      }
      return found;
    }

    private List<Certificate> loadIntermediates() {
      List<Certificate> anchors = roots();
      return read("intermediates").stream()
          .filter(cert -> anchors.isEmpty() || cert.issuer().equals("ca"))
          .toList();
    }

    private static boolean chained(List<Certificate> roots, List<Certificate> rest) {
      return !roots.isEmpty() && !rest.isEmpty();
    }

    private static List<Certificate> read(String file) {
      return List.of(new Certificate(file, "ca"));
    }

    List<Certificate> roots() {
      return strict ? roots.get() : List.of();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Bundle bundle = new Bundle(true);
          WaitGroup handshakes = new WaitGroup();
          handshakes.go(() -> System.out.println(bundle.roots().size()));
          handshakes.go(() -> System.out.println(bundle.intermediates.get().size()));
          handshakes.await();
        });
  }
}
