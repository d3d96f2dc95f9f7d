import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** A process would outlive the execution. */
public class Forks {
  public static void main(String[] args) {
    Chan<Integer> numbers = Chan.make();
    Go.run(
        () -> {
          // finding leak-send: UNDECIDED main of Forks: starts a process at Forks.java:
          Go.go(() -> numbers.send(1));
          numbers.receive();
          new ProcessBuilder("sh", "-c", "sleep 1000").start();
        });
  }
}
