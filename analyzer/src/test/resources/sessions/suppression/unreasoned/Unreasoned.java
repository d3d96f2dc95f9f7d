import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

class Unreasoned {
  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> answers = Chan.make();
          Go.go(() -> answers.send(1)); // chanlint:ignore leak-send
        });
  }
}
