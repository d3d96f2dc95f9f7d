import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Waits in functions that compute a value, for those who need the key to be free for nothing. */
public final class ComputedEntries {

  private final ConcurrentMap<String, Integer> map = new ConcurrentHashMap<>();

  private ComputedEntries() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          new ComputedEntries().otherKeyIsFree();
          new ComputedEntries().readersGoOn();
          new ComputedEntries().whatIsThereIsSeen();
          new ComputedEntries().failureSetsFree();
          new ComputedEntries().oneAfterTheOther();
        });
  }

  private void otherKeyIsFree() {
    Chan<Integer> values = Chan.make();
    WaitGroup running = new WaitGroup();
    running.go(
        () -> {
          map.put("b", 1);
          values.send(1);
        });
    map.computeIfAbsent("a", key -> values.receive());
    running.await();
  }

  private void readersGoOn() {
    Mutex lock = new Mutex();
    WaitGroup running = new WaitGroup();
    running.go(
        () -> {
          lock.lock();
          map.get("a");
          lock.unlock();
        });
    map.compute(
        "a",
        (key, value) -> {
          lock.lock();
          lock.unlock();
          return 2;
        });
    running.await();
  }

  private void whatIsThereIsSeen() {
    Chan<Integer> values = Chan.make();
    WaitGroup running = new WaitGroup();
    map.put("a", 1);
    running.go(() -> map.compute("a", (key, value) -> values.receive()));
    map.putIfAbsent("a", 2);
    values.send(3);
    running.await();
  }

  private void failureSetsFree() {
    try {
      map.compute(
          "a",
          (key, value) -> {
            throw new IllegalStateException(key);
          });
    } catch (IllegalStateException e) {
      WaitGroup running = new WaitGroup();
      running.go(() -> map.put("a", 1));
      running.await();
    }
  }

  private void oneAfterTheOther() {
    WaitGroup running = new WaitGroup();
    for (int i = 0; i < 2; i++) {
      running.go(
          () ->
              map.merge(
                  "a",
                  1,
                  (one, other) -> {
                    Go.gosched();
                    return one + other;
                  }));
    }
    map.remove("a");
    running.await();
  }
}
