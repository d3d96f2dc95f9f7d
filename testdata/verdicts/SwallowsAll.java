import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** It catches whatever would end it. */
public class SwallowsAll {
  public static void main(String[] args) {
    Chan<Integer> numbers = Chan.make();
    Go.run(
        () -> {
          // finding leak-send: UNDECIDED main of SwallowsAll: exits the JVM at SwallowsAll.java:
          Go.go(() -> numbers.send(1));
          numbers.receive();
          while (true) {
            try {
              Runtime.getRuntime().exit(3);
            } catch (Throwable e) {
              System.out.println(e);
            }
          }
        });
  }
}
