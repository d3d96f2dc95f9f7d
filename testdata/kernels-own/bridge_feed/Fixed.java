package bridge_feed;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;

/**
 * A feed comes in segments, each a channel of its own, over a channel of segments; the bridge makes
 * one feed of them and leaves at the first mark, in the middle of a segment.
 */
public final class Fixed {

  private static final int MARK = -1;

  interface Segmented<T> {
    ReceiveChan<ReceiveChan<T>> segments();
  }

  static final class Disk implements Segmented<Integer> {
    private final List<List<Integer>> content;
    private final WaitGroup readers;
    private final Chan<Unit> enough = Chan.make();

    Disk(List<List<Integer>> content, WaitGroup readers) {
      this.content = content;
      this.readers = readers;
    }

    @Override
    public ReceiveChan<ReceiveChan<Integer>> segments() {
      Chan<ReceiveChan<Integer>> outer = Chan.make(content.size());
      for (List<Integer> part : content) {
        Chan<Integer> inner = Chan.make();
        outer.send(inner);
        readers.go(() -> fill(inner, part));
      }
      outer.close();
      return outer;
    }

    private void fill(Chan<Integer> segment, List<Integer> part) {
      try (segment) {
        for (int value : part) {
          boolean wanted = select(onSend(segment, value).as(true), onReceive(enough).as(false));
          if (!wanted) {
            return;
          }
        }
      }
    }
  }

  static int sumUntilMark(Segmented<Integer> feed) {
    int sum = 0;
    for (ReceiveChan<Integer> segment : feed.segments()) {
      for (int value : segment) {
        if (value == MARK) {
          return sum;
        }
        sum += value;
      }
    }
    return sum;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          WaitGroup readers = new WaitGroup();
          Disk disk = new Disk(List.of(List.of(1), List.of(MARK, 5)), readers);
          System.out.println(sumUntilMark(disk));
          disk.enough.close();
          readers.await();
        });
  }
}
