import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Received;

/** A receive that tells a value from a closed channel. */
public final class CommaOk {

  private CommaOk() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> numbers = Chan.make(1);
          numbers.send(42);
          numbers.close();
          Received<Integer> first = numbers.receiveOk();
          System.out.println(first.value() + " " + first.ok());
          Received<Integer> second = numbers.receiveOk();
          System.out.println(second.value() + " " + second.ok());
        });
  }
}
