import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** It would end what explores it. */
public class Exits {
  public static void main(String[] args) {
    Chan<Integer> numbers = Chan.make();
    Go.run(
        () -> {
          // finding leak-send: UNDECIDED main of Exits: exits the JVM at Exits.java:
          Go.go(() -> numbers.send(1));
          numbers.receive();
          System.exit(3);
        });
  }
}
