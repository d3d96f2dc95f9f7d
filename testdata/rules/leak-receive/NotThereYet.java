package rules.leakreceive;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.ErrGroup;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.CompletableFuture;

/** Calls that do not wait: for a result that may not be there, for room that there may not be. */
public final class NotThereYet {

  public static void main(String[] args) {
    Go.run(
        () -> {
          CompletableFuture<String> address = new CompletableFuture<>();
          Chan<String> dialled = Chan.make();
          WaitGroup tasks = new WaitGroup();
          tasks.go(() -> address.complete("10.0.0.1"));
          tasks.go(
              () -> {
                String known = address.getNow("");
                if (!known.isEmpty()) {
                  dialled.send(known);
                }
              });
          System.out.println(dialled.receive()); // want leak-receive confirmed
          tasks.await();
        });
  }

  /** Starts only what there is room for. */
  static final class WithoutRoom {
    public static void main(String[] args) {
      Go.run(
          () -> {
            ErrGroup probes = new ErrGroup();
            probes.setLimit(1);
            Chan<Integer> results = Chan.make();
            for (int target = 0; target < 2; target++) {
              int number = target;
              probes.tryGo(() -> results.send(number));
            }
            System.out.println(results.receive() >= 0);
            System.out.println(results.receive() >= 0); // want leak-receive confirmed
            probes.await();
          });
    }
  }
}
