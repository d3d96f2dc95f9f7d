import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.lang.reflect.Field;

/** It changes what explores it from within. */
public class ReflectsOnTheRuntime {
  public static void main(String[] args) {
    Chan<Integer> numbers = Chan.make();
    Go.run(
        () -> {
          // finding leak-send: UNDECIDED main of ReflectsOnTheRuntime: accesses
          Go.go(() -> numbers.send(1));
          numbers.receive();
          for (Field field : numbers.getClass().getDeclaredFields()) {
            field.setAccessible(true);
            field.set(numbers, null);
          }
        });
  }
}
