package exit_observers;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A container tells its observers of its end under its own lock, and the store takes it out; the
 * store is searched under its lock by filters that ask each container.
 */
public final class Fixed {

  interface ExitObserver {
    void exited(String id, int code);
  }

  static final class Container {
    private final Mutex state = new Mutex();
    private final List<ExitObserver> observers = new ArrayList<>();
    private final String id;
    private boolean running = true;

    Container(String id) {
      this.id = id;
    }

    Container observe(ExitObserver observer) {
      observers.add(observer);
      return this;
    }

    boolean isRunning() {
      state.lock();
      try {
        return running;
      } finally {
        state.unlock();
      }
    }

    void exit(int code) {
      state.lock();
      try {
        running = false;
        observers.forEach(observer -> observer.exited(id, code));
      } finally {
        state.unlock();
      }
    }
  }

  static final class Store implements ExitObserver {
    private final Mutex mu = new Mutex();
    private final Map<String, Container> containers = new HashMap<>();

    Container create(String id) {
      Container container = new Container(id).observe(this);
      mu.lock();
      try {
        containers.put(id, container);
      } finally {
        mu.unlock();
      }
      return container;
    }

    List<String> list(Predicate<Container> filter) {
      return all().stream().filter(filter).map(found -> found.id).toList();
    }

    private List<Container> all() {
      mu.lock();
      try {
        return List.copyOf(containers.values());
      } finally {
        mu.unlock();
      }
    }

    @Override
    public void exited(String id, int code) {
      mu.lock();
      try {
        containers.remove(id);
      } finally {
        mu.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Store store = new Store();
          Container web = store.create("web");
          web.observe((id, code) -> System.out.println(id + " exited with " + code));
          WaitGroup clients = new WaitGroup();
          clients.go(() -> System.out.println(store.list(Container::isRunning)));
          web.exit(0);
          clients.await();
        });
  }
}
