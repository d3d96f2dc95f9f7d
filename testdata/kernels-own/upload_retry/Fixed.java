package upload_retry;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * An upload is tried a few times, each time under the lock. When the last try fails too, that is
 * written down by a method that takes the lock, before the try has given it back.
 */
public final class Fixed {

  interface Transport {
    void put(String blob) throws IOException;
  }

  static final class MemoryTransport implements Transport {
    @Override
    public void put(String blob) {
      System.out.println("stored " + blob);
    }
  }

  static final class FlakyTransport implements Transport {
    private final Transport next;
    private int failures;

    FlakyTransport(Transport next, int failures) {
      this.next = next;
      this.failures = failures;
    }

    @Override
    public void put(String blob) throws IOException {
      if (failures > 0) {
        failures--;
        throw new IOException("connection reset");
      }
      next.put(blob);
    }
  }

  static final class Uploader {
    private static final int TRIES = 2;

    private final Mutex mu = new Mutex();
    private final Transport transport;
    private final Map<String, String> outcome = new HashMap<>();

    Uploader(Transport transport) {
      this.transport = transport;
    }

    void upload(String blob) {
      for (int attempt = 1; attempt <= TRIES; attempt++) {
        if (tryUpload(blob, attempt == TRIES)) {
          return;
        }
        Go.gosched();
      }
    }

    private boolean tryUpload(String blob, boolean last) {
      mu.lock();
      try {
        transport.put(blob);
        outcome.put(blob, "done");
        return true;
      } catch (IOException failed) {
        if (last) {
          fail(blob, failed);
        }
        return false;
      } finally {
        mu.unlock();
      }
    }

    private void fail(String blob, Exception cause) {
      outcome.put(blob, cause.getMessage());
    }

    String outcome(String blob) {
      mu.lock();
      try {
        return outcome.getOrDefault(blob, "unknown");
      } finally {
        mu.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Uploader uploader = new Uploader(new FlakyTransport(new MemoryTransport(), 2));
          WaitGroup uploads = new WaitGroup();
          uploads.go(() -> uploader.upload("layer"));
          System.out.println(uploader.outcome("layer"));
          uploads.await();
        });
  }
}
