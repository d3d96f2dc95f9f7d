package usage_report;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A volume that grows tells the quota while it is locked; the quota reports, locked as well, by
 * asking each of its volumes how full it is.
 */
public final class Fixed {

  interface Measured {
    long used();
  }

  abstract static class Guarded {
    private final Mutex mu = new Mutex();

    final <R> R locked(Supplier<R> body) {
      mu.lock();
      try {
        return body.get();
      } finally {
        mu.unlock();
      }
    }
  }

  static final class Quota extends Guarded {
    private final List<Measured> volumes = new ArrayList<>();
    private long reserved;
    private final long limit;

    Quota(long limit) {
      this.limit = limit;
    }

    Volume create(long size) {
      Volume volume = new Volume(this, size);
      locked(() -> volumes.add(volume));
      return volume;
    }

    boolean reserve(long size) {
      return locked(
          () -> {
            if (reserved + size > limit) {
              return false;
            }
            reserved += size;
            return true;
          });
    }

    String report() {
      List<Measured> copy = locked(() -> List.copyOf(volumes));
      return copy.stream().mapToLong(Measured::used).sum() + " of " + limit;
    }
  }

  static final class Volume extends Guarded implements Measured {
    private final Quota quota;
    private long size;

    Volume(Quota quota, long size) {
      this.quota = quota;
      this.size = size;
    }

    boolean grow(long by) {
      return locked(() -> quota.reserve(by) && (size += by) > 0);
    }

    @Override
    public long used() {
      return locked(() -> size);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Quota quota = new Quota(100);
          Volume volume = quota.create(10);
          WaitGroup admins = new WaitGroup();
          admins.go(() -> System.out.println(quota.report()));
          admins.go(() -> System.out.println(volume.grow(20)));
          admins.await();
        });
  }
}
