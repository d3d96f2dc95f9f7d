import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Select;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;

/** A result channel with room for the result, so the sender ends whether or not it is taken. */
public final class FutureByChannel {

  private FutureByChannel() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          WaitGroup running = new WaitGroup();
          ReceiveChan<String> answer = ask(running);
          String first =
              select(
                  onReceive(answer), Select.<String>onTimeout(Duration.ofMillis(1)).as("too late"));
          running.await();
          System.out.println(first);
        });
  }

  private static ReceiveChan<String> ask(WaitGroup running) {
    Chan<String> answer = Chan.make(1);
    running.go(() -> answer.send("answer"));
    return answer;
  }
}
