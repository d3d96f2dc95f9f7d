import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

class Unknown {
  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> answers = Chan.make();
          Go.go(() -> answers.send(1)); // chanlint:ignore leak-sent -- nobody asks yet
        });
  }
}
