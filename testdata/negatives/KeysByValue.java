import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Channels by keys that are equal without being the same: a record, and a class of one's own. */
public final class KeysByValue {

  private record Topic(String name, int partition) {}

  private static final class User {
    private final String name;

    User(String name) {
      this.name = name;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof User user && user.name.equals(name);
    }

    @Override
    public int hashCode() {
      return Objects.hash(name);
    }
  }

  private final Mutex mu = new Mutex();
  private final Map<Object, Chan<String>> channels = new HashMap<>();

  private Chan<String> channel(Object key) {
    mu.lock();
    try {
      return channels.computeIfAbsent(key, unused -> Chan.make());
    } finally {
      mu.unlock();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          KeysByValue hub = new KeysByValue();
          WaitGroup readers = new WaitGroup();
          readers.go(() -> System.out.println(hub.channel(new Topic("a", 1)).receive()));
          readers.go(() -> System.out.println(hub.channel(new User("ann")).receive()));
          hub.channel(new Topic("a", 1)).send("for a topic");
          hub.channel(new User("ann")).send("for a user");
          readers.await();
        });
  }
}
