package etcd_9446;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Buffers the writes of a transaction until they are reset or read. */
public final class Fixed {

  static final class BucketBuffer {
    private final List<String> keys = new ArrayList<>();

    void add(String key) {
      keys.add(key);
    }
  }

  static class TxBuffer {
    protected final Map<String, BucketBuffer> buckets = new HashMap<>();

    void put(String bucket, String key) {
      buckets.computeIfAbsent(bucket, b -> new BucketBuffer()).add(key);
    }

    void reset() {
      Iterator<BucketBuffer> all = buckets.values().iterator();
      while (all.hasNext()) {
        BucketBuffer bucket = all.next();
        if (!bucket.keys.isEmpty()) {
          all.remove();
        }
      }
    }
  }

  static final class TxReadBuffer extends TxBuffer {
    int range(String bucket) {
      BucketBuffer buffer = buckets.get(bucket);
      return buffer == null ? 0 : buffer.keys.size();
    }
  }

  static final class ReadTx {
    private final RWMutex mu = new RWMutex();
    private final TxReadBuffer buffer = new TxReadBuffer();

    void reset() {
      mu.lock();
      try {
        buffer.reset();
      } finally {
        mu.unlock();
      }
    }

    int unsafeRange(String bucket) {
      mu.rLock();
      try {
        return buffer.range(bucket);
      } finally {
        mu.rUnlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          ReadTx tx = new ReadTx();
          tx.buffer.put("keys", "foo");
          WaitGroup wg = new WaitGroup();
          wg.add(3);
          Go.go(
              () -> {
                Go.go(
                    () -> {
                      tx.reset();
                      wg.done();
                    });
                Go.go(
                    () -> {
                      tx.unsafeRange("keys");
                      wg.done();
                    });
                wg.done();
              });
          wg.await();
        });
  }
}
