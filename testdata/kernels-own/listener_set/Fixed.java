package listener_set;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** Listeners are told of each change; one of them takes itself off when it is told. */
public final class Fixed {

  @FunctionalInterface
  interface Listener {
    void changed(String key);
  }

  static final class Listeners {
    private final Mutex lock = new Mutex();
    private final List<Listener> all = new ArrayList<>();

    Runnable subscribe(Listener listener) {
      lock.lock();
      all.add(listener);
      lock.unlock();
      return () -> unsubscribe(listener);
    }

    private void unsubscribe(Listener listener) {
      lock.lock();
      all.remove(listener);
      lock.unlock();
    }

    void fire(String key) {
      lock.lock();
      List<Listener> told = List.copyOf(all);
      lock.unlock();
      told.forEach(listener -> listener.changed(key));
    }
  }

  static final class FirstOnly implements Listener {
    private final Chan<String> first = Chan.make(1);
    private Runnable leave = () -> {};

    FirstOnly on(Listeners listeners) {
      leave = listeners.subscribe(this);
      return this;
    }

    @Override
    public void changed(String key) {
      first.trySend(key);
      leave.run();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Listeners listeners = new Listeners();
          FirstOnly once = new FirstOnly().on(listeners);
          WaitGroup firing = new WaitGroup();
          firing.go(() -> listeners.fire("routes"));
          System.out.println(once.first.receive());
          listeners.fire("tls");
          firing.await();
        });
  }
}
