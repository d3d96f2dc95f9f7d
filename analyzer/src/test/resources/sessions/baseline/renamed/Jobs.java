import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

class Jobs {
  public static void main(String[] arguments) {
    Go.run(
        () -> {
          Chan<Integer> results = Chan.make();
          Go.go(() -> results.send(1));
        });
  }
}
