package rules.leaksend;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.concurrent.ThreadLocalRandom;

/** However many there are, as many are taken as are sent: nothing is wrong. */
public final class AsManyAsAreTaken {

  public static void main(String[] args) {
    Go.run(
        () -> {
          int parts = ThreadLocalRandom.current().nextInt(1, 5);
          Chan<Integer> results = Chan.make();
          for (int part = 0; part < parts; part++) {
            int number = part;
            Go.go(() -> results.send(number));
          }
          for (int part = 0; part < parts; part++) {
            results.receive();
          }
        });
  }
}
