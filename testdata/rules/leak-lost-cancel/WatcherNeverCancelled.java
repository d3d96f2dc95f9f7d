package rules.leaklostcancel;

import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;

/** The context that would end the watcher is dropped. */
public final class WatcherNeverCancelled {

  public static void main(String[] args) {
    Go.run(() -> watch(Context.background()));
  }

  private static void watch(Context parent) {
    Context scope = Context.withCancel(parent); // want leak-lost-cancel
    Go.go(() -> scope.done().receive());
  }
}
