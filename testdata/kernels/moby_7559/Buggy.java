// fault: deadlock
package moby_7559;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A port proxy that dials its back end for each client it accepted. */
public final class Buggy {

  interface Dialer {
    Backend dial(String address) throws IOException;
  }

  record Backend(String address) {}

  static final class UdpProxy {
    private final Mutex connTrackLock = new Mutex();
    private final ConcurrentMap<Integer, Backend> connTrack = new ConcurrentHashMap<>();
    private final Dialer dialer;
    private final String backendAddress;

    UdpProxy(Dialer dialer, String backendAddress) {
      this.dialer = dialer;
      this.backendAddress = backendAddress;
    }

    void run(int clients) {
      for (int client = 0; client < clients; client++) {
        connTrackLock.lock(); // want deadlock-missing-unlock, deadlock-double-lock
        Backend backend = connTrack.get(client);
        if (backend == null) {
          try {
            backend = dialer.dial(backendAddress);
          } catch (IOException unreachable) {
            continue;
          }
          connTrack.put(client, backend);
        }
        connTrackLock.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Dialer unreachable =
              address -> {
                throw new IOException("no route to " + address);
              };
          UdpProxy proxy = new UdpProxy(unreachable, "172.17.0.2:53");
          WaitGroup running = new WaitGroup();
          running.go(() -> proxy.run(2));
          running.await();
        });
  }
}
