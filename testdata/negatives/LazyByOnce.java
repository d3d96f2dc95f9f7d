import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Once;
import dev.chanlint.runtime.WaitGroup;
import java.util.function.Supplier;

/** A value made at its first use, and a resource that is closed once however many close it. */
public final class LazyByOnce {

  /** Made once, whoever comes first. */
  static final class Lazy<T> implements Supplier<T> {
    private final Once once = new Once();
    private final Supplier<T> maker;
    private T value;

    Lazy(Supplier<T> maker) {
      this.maker = maker;
    }

    @Override
    public T get() {
      once.run(() -> value = maker.get());
      return value;
    }
  }

  /** Closed by several. */
  static final class Resource implements AutoCloseable {
    private final Once closing = new Once();
    private int closes;

    @Override
    public void close() {
      closing.run(() -> closes++);
    }
  }

  record Settings(String region, int retries) {}

  private static Settings load() {
    return new Settings("north", 3);
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Lazy<Settings> settings = new Lazy<>(LazyByOnce::load);
          Resource resource = new Resource();
          WaitGroup users = new WaitGroup();
          for (int i = 0; i < 2; i++) {
            users.go(
                () -> {
                  try (resource) {
                    if (settings.get().retries() != 3) {
                      throw new IllegalStateException("half made");
                    }
                  }
                });
          }
          users.await();
          System.out.println(settings.get().region() + resource.closes);
        });
  }
}
