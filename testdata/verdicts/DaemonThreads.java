import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** A thread that would not keep the JVM, but goes on and on in this one, disturbs no other. */
public class DaemonThreads {
  private static int count;

  public static void main(String[] args) {
    Chan<Integer> numbers = Chan.make();
    Go.run(
        () -> {
          Thread thread = new Thread(DaemonThreads::spin);
          thread.setDaemon(true);
          thread.start();
          // finding leak-send: REFUTED every schedule of main of DaemonThreads was run
          Go.go(() -> numbers.send(1));
          numbers.receive();
        });
  }

  private static void spin() {
    while (true) {
      count++;
    }
  }
}
