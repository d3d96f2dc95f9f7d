import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Exchanger;

/** A producer and a consumer that exchange a full buffer for an empty one. */
public final class ExchangedBuffers {

  public static void main(String[] args) {
    Go.run(
        () -> {
          Exchanger<List<Integer>> exchanger = new Exchanger<>();
          WaitGroup filler = new WaitGroup();
          filler.go(
              () -> {
                List<Integer> buffer = new ArrayList<>();
                for (int i = 0; i < 2; i++) {
                  buffer.add(i);
                  buffer = exchanger.exchange(buffer);
                }
              });
          List<Integer> empty = new ArrayList<>();
          int sum = 0;
          for (int i = 0; i < 2; i++) {
            List<Integer> full = exchanger.exchange(empty);
            for (int value : full) {
              sum += value;
            }
            full.clear();
            empty = full;
          }
          filler.await();
          System.out.println(sum);
        });
  }
}
