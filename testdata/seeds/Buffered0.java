import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** No buffer: the send waits for a receive that comes after it. */
public final class Buffered0 {

  private Buffered0() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> numbers = Chan.make();
          numbers.send(1); // want deadlock-self-rendezvous confirmed
          numbers.send(2);
          System.out.println(numbers.receive());
          System.out.println(numbers.receive());
        });
  }
}
