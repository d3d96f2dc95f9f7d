package image_layers;

import dev.chanlint.runtime.ErrGroup;
import dev.chanlint.runtime.Go;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Pulls images layer by layer; the number of downloads is bounded, and a layer pulls its base. */
public final class Fixed {

  record Layer(String digest, Optional<Layer> base) {}

  static final class Slot implements AutoCloseable {
    private final Semaphore permits;

    Slot(Semaphore permits) throws InterruptedException {
      this.permits = permits;
      permits.acquire();
    }

    @Override
    public void close() {
      permits.release();
    }
  }

  static final class Puller {
    private final Semaphore permits = new Semaphore(2);
    private final Set<String> present = ConcurrentHashMap.newKeySet();

    void pull(Layer layer) throws InterruptedException {
      if (layer.base().isPresent()) {
        pull(layer.base().get());
      }
      try (Slot slot = new Slot(permits)) {
        present.add(layer.digest());
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Puller puller = new Puller();
          Layer os = new Layer("os", Optional.empty());
          ErrGroup pulls = new ErrGroup();
          for (String name : List.of("web", "api")) {
            pulls.go(() -> puller.pull(new Layer(name, Optional.of(os))));
          }
          pulls.await();
          System.out.println(puller.present.size());
        });
  }
}
