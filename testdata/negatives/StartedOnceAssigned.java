import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;

/** Constructors that check what they are given, and start what reads their fields at their end. */
public final class StartedOnceAssigned {

  private abstract static class Worker {
    final WaitGroup running = new WaitGroup();
    private final String name;

    Worker(String name) {
      this.name = describe(name);
    }

    abstract void work();

    private String describe(String given) {
      return getClass().getSimpleName() + " " + given;
    }

    final String name() {
      return name;
    }
  }

  private static final class Lister extends Worker {
    private final List<String> items;

    Lister(String name, List<String> items) {
      super(name);
      this.items = items;
      running.go(this::work);
    }

    @Override
    void work() {
      System.out.println(name() + " has " + items.size());
    }
  }

  public static void main(String[] args) {
    Go.run(() -> new Lister("north", List.of("a", "b")).running.await());
  }
}
