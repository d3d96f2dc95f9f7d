package rules.leaksend;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.concurrent.ThreadLocalRandom;

/** The capacity is not known, but neither is it less than what is sent: nothing is wrong. */
public final class RoomForAll {

  public static void main(String[] args) {
    Go.run(
        () -> {
          int parts = ThreadLocalRandom.current().nextInt(1, 5);
          Chan<Integer> results = Chan.make(parts);
          for (int part = 0; part < parts; part++) {
            int number = part;
            Go.go(() -> results.send(number));
          }
          System.out.println("not interested");
        });
  }
}
