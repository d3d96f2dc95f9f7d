package rules.deadlockblockunderlock;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** One waits, while it computes the value of a key, for another that removes the key. */
public final class WhileComputed {

  private final ConcurrentMap<String, Integer> leases = new ConcurrentHashMap<>();

  public static void main(String[] args) {
    Go.run(
        () -> {
          WhileComputed table = new WhileComputed();
          table.leases.put("a", 1);
          WaitGroup expiring = new WaitGroup();
          expiring.go(() -> table.leases.remove("a"));
          table.renew(expiring);
        });
  }

  private void renew(WaitGroup expiring) {
    leases.compute(
        "a",
        (key, ends) -> {
          expiring.await(); // want deadlock-block-under-lock
          return 2;
        });
  }
}
