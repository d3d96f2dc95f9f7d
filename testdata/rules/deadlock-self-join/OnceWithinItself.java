package rules.deadlockselfjoin;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Once;

/** What is to run once needs, to run, that it has run. */
public final class OnceWithinItself {

  private final Once loaded = new Once();

  public static void main(String[] args) {
    Go.run(() -> new OnceWithinItself().settings());
  }

  private void settings() {
    loaded.run(this::load); // want deadlock-self-join
  }

  private void load() {
    System.out.println("loading");
    settings();
  }
}
