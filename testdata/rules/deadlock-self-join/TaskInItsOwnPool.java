package rules.deadlockselfjoin;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.GoPool;

/** An order submits its invoice to the pool that it keeps busy itself. */
public final class TaskInItsOwnPool {

  private final GoPool pool = new GoPool(1);
  private final Chan<String> printed = Chan.make(2);

  public static void main(String[] args) {
    Go.run(
        () -> {
          TaskInItsOwnPool shop = new TaskInItsOwnPool();
          shop.order("tea");
          System.out.println(shop.printed.receive());
          shop.pool.close();
        });
  }

  private void order(String item) {
    pool.submit(
        () -> {
          pool.submit(
              () -> printed.send("invoice for " + item)); // want deadlock-self-join confirmed
          printed.send(item);
        });
  }
}
