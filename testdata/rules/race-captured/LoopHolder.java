package rules.racecaptured;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/** The goroutines share one holder, which the loop goes on to change. */
public final class LoopHolder {

  public static void main(String[] args) {
    Go.run(
        () -> {
          WaitGroup printers = new WaitGroup();
          int[] current = {0};
          for (int i = 0; i < 2; i++) {
            current[0] = i; // want race-captured
            printers.go(() -> System.out.println(current[0]));
          }
          printers.await();
        });
  }
}
