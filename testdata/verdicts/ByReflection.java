import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** What another main reaches is not known. */
public class ByReflection {
  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> numbers = Chan.make();
          Go.go(() -> numbers.receive());
          put(numbers);
        });
  }

  static void put(Chan<Integer> numbers) {
    // finding leak-send: UNDECIDED another entry point may reach it by a call that is not
    numbers.send(1);
  }

  /** Calls what it is told to. */
  static class Other {
    public static void main(String[] args) throws ReflectiveOperationException {
      Class.forName("ByReflection").getDeclaredMethod("put", Chan.class).invoke(null, Chan.make(1));
    }
  }
}
