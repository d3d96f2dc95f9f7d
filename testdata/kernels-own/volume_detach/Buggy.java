// fault: deadlock
package volume_detach;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.RWMutex;
import java.util.Optional;
import java.util.TreeMap;

/** Detaches a volume; a volume that is busy is left alone. */
public final class Buggy {

  static final class Volume {
    private final String name;
    private int users;

    Volume(String name, int users) {
      this.name = name;
      this.users = users;
    }
  }

  static final class Volumes {
    private final RWMutex lock = new RWMutex();
    private final TreeMap<String, Volume> byName = new TreeMap<>();

    Volumes(Volume... volumes) {
      for (Volume volume : volumes) {
        byName.put(volume.name, volume);
      }
    }

    int users(String name) {
      lock.rLock();
      int users = Optional.ofNullable(byName.get(name)).map(v -> v.users).orElse(-1);
      lock.rUnlock();
      return users;
    }

    boolean detach(String name) {
      lock.lock(); // want deadlock-missing-unlock, deadlock-double-lock
      Volume volume = byName.get(name);
      boolean busy = volume != null && volume.users > 0;
      if (busy) {
        return false;
      }
      byName.remove(name);
      lock.unlock();
      return true;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Volumes volumes = new Volumes(new Volume("data", 1), new Volume("tmp", 0));
          Chan<Boolean> results = Chan.make(2);
          Go.go(() -> results.send(volumes.detach("data")));
          Go.go(() -> results.send(volumes.detach("tmp")));
          System.out.println(results.receive() | results.receive());
          System.out.println(volumes.users("data"));
        });
  }
}
