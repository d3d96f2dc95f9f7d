package informer_sync;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Task;
import dev.chanlint.runtime.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts informers and waits until each has told that it is in step. */
public final class Fixed {

  static final class Informer {
    private final String kind;
    private final boolean reachable;
    private final Chan<Unit> synced = Chan.make();

    Informer(String kind, boolean reachable) {
      this.kind = kind;
      this.reachable = reachable;
    }

    void run() {
      try {
        list();
      } finally {
        synced.close();
      }
    }

    private boolean list() {
      return reachable && !kind.isBlank();
    }
  }

  static final class Factory {
    private final List<Informer> informers = new ArrayList<>();

    Factory(Map<String, Boolean> kinds) {
      kinds.forEach((kind, reachable) -> informers.add(new Informer(kind, reachable)));
    }

    void start() {
      informers.stream().<Task>map(informer -> informer::run).forEach(Go::go);
    }

    void waitForSync() {
      for (Informer informer : informers) {
        informer.synced.receive();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Factory factory = new Factory(Map.of("pods", true, "nodes", false));
          factory.start();
          factory.waitForSync();
          System.out.println("in step");
        });
  }
}
