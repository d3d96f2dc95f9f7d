// fault: deadlock
package merge_inputs;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;

/**
 * Merges two inputs; one that has ended is replaced by the nil channel, and the loop goes on until
 * there is nothing to wait for.
 */
public final class Buggy {

  static final class Merger {
    private ReceiveChan<Integer> left;
    private ReceiveChan<Integer> right;
    private int open = 2;
    private final Chan<Integer> out = Chan.make();

    Merger(ReceiveChan<Integer> left, ReceiveChan<Integer> right) {
      this.left = left;
      this.right = right;
    }

    private void take(Integer value, boolean ok, Runnable onEnd) {
      if (ok) {
        out.send(value);
      } else {
        onEnd.run();
      }
    }

    void run() {
      try (out) {
        while (open > 0) {
          select( // want deadlock-nil-channel
              onReceive(left, (value, ok) -> take(value, ok, this::endLeft)),
              onReceive(right, (value, ok) -> take(value, ok, this::endRight)));
        }
      }
    }

    private void endLeft() {
      left = Chan.nil();
      open--;
    }

    private void endRight() {
      right = Chan.nil();
    }
  }

  static ReceiveChan<Integer> of(int... values) {
    Chan<Integer> source = Chan.make(values.length);
    for (int value : values) {
      source.send(value);
    }
    source.close();
    return source;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Merger merger = new Merger(of(1), of(2));
          Go.go(merger::run);
          int sum = 0;
          for (int value : merger.out) { // want close-missing, leak-receive, deadlock-cyclic-wait
            sum += value;
          }
          System.out.println(sum);
        });
  }
}
