package rules.leaklostcancel;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Select;

/** The context that would end the watcher is dropped by the one who made it. */
public final class WatcherNeverCancelled {

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<String> changes = Chan.make();
          watch(Context.background(), changes);
          changes.send("first");
        });
  }

  private static void watch(Context parent, ReceiveChan<String> changes) {
    Context scope = Context.withCancel(parent);
    Go.go(() -> print(changes, scope));
  }

  private static void print(ReceiveChan<String> changes, Context scope) {
    boolean more = true;
    while (more) {
      more = select(onReceive(changes).as(true), stopped(scope)); // want leak-lost-cancel
    }
  }

  private static Select.Case<Boolean> stopped(Context scope) {
    return onReceive(scope.done()).as(false);
  }
}
