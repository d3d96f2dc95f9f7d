// A line
// and another.
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

class Jobs {
  static int before() { return 1; }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> answers = Chan.make();
          Go.go(() -> answers.send(1));
        });
  }
}
