package rules.leakoutlivesscope;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;

/** The writer says when it is done, and main waits for that. */
public final class JoinedByChannel {

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Unit> done = Chan.make();
          Go.go(
              () -> {
                System.out.println("written");
                done.close();
              });
          done.receive();
        });
  }
}
