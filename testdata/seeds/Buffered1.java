import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** A buffer of one: the second send waits for a receive that comes after it. */
public final class Buffered1 {

  private Buffered1() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> numbers = Chan.make(1);
          numbers.send(1);
          numbers.send(2); // want deadlock-self-rendezvous confirmed
          System.out.println(numbers.receive());
          System.out.println(numbers.receive());
        });
  }
}
