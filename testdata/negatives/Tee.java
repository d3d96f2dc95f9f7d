import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.WaitGroup;

/** Each value goes to both outputs, in whichever order they are ready. */
public final class Tee {

  private Tee() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> in = Chan.make();
          Chan<Integer> left = Chan.make();
          Chan<Integer> right = Chan.make();
          WaitGroup goroutines = new WaitGroup();
          goroutines.go(
              () -> {
                in.send(1);
                in.send(2);
                in.close();
              });
          goroutines.go(() -> tee(in, left, right));
          goroutines.go(() -> drain(left));
          drain(right);
          goroutines.await();
        });
  }

  private static void tee(
      ReceiveChan<Integer> in, SendChan<Integer> left, SendChan<Integer> right) {
    try (left;
        right) {
      for (Integer value : in) {
        SendChan<Integer> first = left;
        SendChan<Integer> second = right;
        for (int i = 0; i < 2; i++) {
          boolean leftTaken =
              select(onSend(first, value).as(true), onSend(second, value).as(false));
          if (leftTaken) {
            first = Chan.nil();
          } else {
            second = Chan.nil();
          }
        }
      }
    }
  }

  private static void drain(ReceiveChan<Integer> values) {
    for (int value : values) {
      System.out.println(value);
    }
  }
}
