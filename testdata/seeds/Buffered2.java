import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** A buffer of two takes two values without a receiver. */
public final class Buffered2 {

  private Buffered2() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> numbers = Chan.make(2);
          numbers.send(1);
          numbers.send(2);
          System.out.println(numbers.receive());
          System.out.println(numbers.receive());
        });
  }
}
