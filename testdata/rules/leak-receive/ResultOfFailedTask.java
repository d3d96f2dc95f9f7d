package rules.leakreceive;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** The task answers only if it succeeds. */
public final class ResultOfFailedTask {

  static Chan<String> start(Supplier<String> task) {
    Chan<String> result = Chan.make(1);
    Go.go(
        () -> {
          String answer = task.get();
          if (!answer.isEmpty()) {
            result.send(answer);
          }
        });
    return result;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          boolean lucky = ThreadLocalRandom.current().nextBoolean();
          Chan<String> result = start(() -> lucky ? "answer" : "");
          System.out.println(result.receive()); // want leak-receive
        });
  }
}
