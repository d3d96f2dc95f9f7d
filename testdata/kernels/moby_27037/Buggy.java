// fault: race
package moby_27037;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Checks a client against a range of API versions. */
public final class Buggy {

  static final class VersionedClient {
    private final ConcurrentMap<String, Boolean> answered = new ConcurrentHashMap<>();

    void ping(String version) {
      answered.put(version, true);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          VersionedClient client = new VersionedClient();
          WaitGroup pings = new WaitGroup();
          int[] minor = {0};
          for (minor[0] = 17; minor[0] <= 18; minor[0]++) { // want race-captured
            pings.go(
                () -> {
                  String version = String.format("v1.%d", minor[0]); // want race-captured
                  client.ping(version);
                });
          }
          pings.await();
          System.out.println(client.answered.size() + " versions answered");
        });
  }
}
