// fault: deadlock
package moby_30408;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Cond;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import java.io.IOException;
import java.util.List;

/** Activates plugins lazily; users wait until a plugin's manifest is there. */
public final class Buggy {

  record Manifest(List<String> implementations) {}

  interface PluginClient {
    Manifest handshake() throws IOException;
  }

  static final class Plugin {
    private final Mutex activateLock = new Mutex();
    private final Cond activated = new Cond(activateLock);
    private final PluginClient client;
    private Manifest manifest;
    private IOException activateError;

    Plugin(PluginClient client) {
      this.client = client;
    }

    void activate() {
      activateLock.lock();
      try {
        manifest = client.handshake();
        activated.broadcast();
      } catch (IOException e) {
        activateError = e;
      } finally {
        activateLock.unlock();
      }
    }

    boolean waitActive() {
      activateLock.lock();
      try {
        while (!ready()) {
          activated.await(); // want deadlock-cond
        }
        return activateError == null;
      } finally {
        activateLock.unlock();
      }
    }

    private boolean ready() {
      return manifest != null;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Plugin plugin =
              new Plugin(
                  () -> {
                    throw new IOException("connection refused");
                  });
          Chan<Boolean> done = Chan.make();
          Go.go(() -> done.send(plugin.waitActive()));
          plugin.activate();
          System.out.println(done.receiveOr(false) ? "active" : "failed");
        });
  }
}
