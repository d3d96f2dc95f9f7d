import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.lang.reflect.Field;
import sun.misc.Unsafe;

/** It writes where it likes. */
public class UsesUnsafe {
  public static void main(String[] args) {
    Chan<Integer> numbers = Chan.make();
    Go.run(
        () -> {
          // finding leak-send: UNDECIDED main of UsesUnsafe: accesses
          Go.go(() -> numbers.send(1));
          numbers.receive();
          Field field = Unsafe.class.getDeclaredField("theUnsafe");
          field.setAccessible(true);
          ((Unsafe) field.get(null)).allocateMemory(8);
        });
  }
}
