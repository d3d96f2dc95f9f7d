package rules.misuseignoredclose;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.WaitGroup;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/** A closed channel gives null, which is then unboxed, called or sent on. */
public final class LastValue {

  record Reading(int celsius) {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          unboxed(closed());
          dereferenced();
          mapped();
          forwarded();
          checked(closed());
        });
  }

  private static Chan<Integer> closed() {
    Chan<Integer> numbers = Chan.make();
    numbers.close();
    return numbers;
  }

  private static void unboxed(ReceiveChan<Integer> numbers) {
    try {
      int number = next(numbers);
      System.out.println(number);
    } catch (IllegalStateException e) {
      System.out.println("none");
    }
  }

  private static int next(ReceiveChan<Integer> numbers) {
    Integer number = numbers.receive();
    if (number == null) {
      throw new IllegalStateException("no more");
    }
    return number;
  }

  private static void dereferenced() {
    Chan<Reading> readings = Chan.make();
    WaitGroup station = new WaitGroup();
    station.go(
        () -> {
          try (readings) {
            readings.send(new Reading(21));
          }
        });
    int warmest = 0;
    for (int i = 0; i < 2; i++) {
      warmest =
          Math.max(warmest, readings.receive().celsius()); // want misuse-ignored-close confirmed
    }
    station.await();
    System.out.println(warmest);
  }

  private static void mapped() {
    Function<String, String> shout = text -> text.toUpperCase(Locale.ROOT);
    Chan<String> words = Chan.make();
    words.close();
    String shouted = select(onReceive(words).map(w -> w == null ? "" : shout.apply(w)));
    System.out.println(shouted);
  }

  private static void forwarded() {
    Chan<String> in = Chan.make(1);
    Chan<String> out = Chan.make(2);
    in.send("only");
    in.close();
    out.send(Objects.requireNonNullElse(in.receive(), "none"));
    out.send(Objects.requireNonNullElse(in.receive(), "none"));
  }

  private static void checked(ReceiveChan<Integer> numbers) {
    Integer number = numbers.receive();
    System.out.println(number == null ? 0 : number);
  }
}
