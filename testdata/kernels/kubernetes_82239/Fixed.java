package kubernetes_82239;

import static dev.chanlint.runtime.Select.onDefault;
import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Reconciles volumes with what the informer's cache says about them. */
public final class Fixed {

  static final class PersistentVolume {
    private final Map<String, String> annotations = new HashMap<>();

    PersistentVolume deepCopy() {
      PersistentVolume copy = new PersistentVolume();
      copy.annotations.putAll(annotations);
      return copy;
    }
  }

  interface VolumeLister {
    PersistentVolume get();
  }

  static final class VolumeStore implements VolumeLister {
    private final PersistentVolume volume = new PersistentVolume();

    @Override
    public synchronized PersistentVolume get() {
      return volume.deepCopy();
    }

    synchronized void annotate(String key, String value) {
      volume.annotations.put(key, value);
    }
  }

  static final class VolumeController {
    private final VolumeLister lister;
    private int bound;

    VolumeController(VolumeLister lister) {
      this.lister = lister;
    }

    void run(ReceiveChan<Unit> stop) {
      while (!isClosed(stop)) {
        syncVolume(lister.get());
        Go.gosched();
      }
    }

    private boolean isClosed(ReceiveChan<Unit> stop) {
      return select(onReceive(stop).as(true), onDefault().as(false));
    }

    private void syncVolume(PersistentVolume volume) {
      PersistentVolume clone = volume.deepCopy();
      if (clone.annotations.containsKey("bound-by-controller")) {
        bound++;
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          VolumeStore store = new VolumeStore();
          store.annotate("provisioned-by", "test");
          VolumeController controller = new VolumeController(store);
          Chan<Unit> stop = Chan.make();
          WaitGroup running = new WaitGroup();
          running.go(() -> controller.run(stop));

          Go.sleep(Duration.ofMillis(1));
          store.annotate("bound-by-controller", "yes");
          stop.close();
          running.await();
        });
  }
}
