package rules.deadlockselfjoin;

import dev.chanlint.runtime.ErrGroup;
import dev.chanlint.runtime.Go;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A limited group whose tasks start no others: each gives its room to the next. */
public final class RoomForAll {

  public static void main(String[] args) {
    Go.run(
        () -> {
          ErrGroup checks = new ErrGroup();
          checks.setLimit(1);
          AtomicInteger passed = new AtomicInteger();
          for (String name : List.of("style", "types")) {
            checks.go(() -> passed.addAndGet(name.length()));
          }
          checks.await();
          System.out.println(passed);
        });
  }
}
