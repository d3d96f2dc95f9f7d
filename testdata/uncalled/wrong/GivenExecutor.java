package uncalled;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.concurrent.Executor;

/** It is wrong, and no harness can show it: where would it take the executor from? */
public final class GivenExecutor {

  private GivenExecutor() {}

  static void announce(Executor listeners, String news) {
    Chan<String> heard = Chan.make();
    Go.go(() -> heard.send(news)); // want leak-send "channel 'heard'" undecided
    listeners.execute(() -> System.out.println(news));
  }
}
