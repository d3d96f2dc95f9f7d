import dev.chanlint.runtime.Go;

/** It computes for ever and never waits. */
public class SpinsForEver {
  private static int count;

  public static void main(String[] args) {
    // finding leak-endless: CONFIRMED SpinsForEver
    Go.run(() -> Go.go(SpinsForEver::spin));
  }

  private static void spin() {
    while (true) {
      count++;
    }
  }
}
