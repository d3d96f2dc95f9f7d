package rules.leakignorescancel;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;

/** Both sides watch the stop channel. */
public final class EveryoneListens {

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> values = Chan.make();
          Chan<Unit> stop = Chan.make();
          WaitGroup both = new WaitGroup();
          both.go(() -> select(onSend(values, 1), onReceive(stop)));
          both.go(() -> select(onReceive(values), onReceive(stop)));
          stop.close();
          both.await();
        });
  }
}
