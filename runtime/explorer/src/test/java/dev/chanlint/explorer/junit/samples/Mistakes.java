package dev.chanlint.explorer.junit.samples;

import dev.chanlint.explorer.junit.ExploreTest;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

/** Tests that cannot be explored as they are. */
public final class Mistakes {

  @ExploreTest
  void startsAProcess() throws IOException {
    new ProcessBuilder("true").start();
  }

  @ExploreTest
  void takesTestInfo(TestInfo info) {
    System.out.println(info);
  }

  @ExploreTest(maxExecutions = 10, exhaustive = true)
  void tooLarge() {
    Chan<Integer> numbers = Chan.make(4);
    for (int i = 0; i < 4; i++) {
      int n = i;
      Go.go(() -> numbers.send(n));
    }
  }

  @ExploreTest(strategy = "depth-first")
  void badStrategy() {}

  @ExploreTest(strategy = "naive", preemptions = 1)
  void twoStrategies() {}

  @ExploreTest(replay = "nonsense")
  void noSchedule() {}

  @ExploreTest(entry = "Missing")
  void noEntry() {}

  /** It cannot be told which parameters. */
  public static final class WithParameters {
    @BeforeEach
    void setUp(TestInfo info) {
      System.out.println(info);
    }

    @ExploreTest
    void setUpWithParameters() {}
  }
}
