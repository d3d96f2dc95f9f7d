import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** A chain of filters that grows with each prime; a closed channel takes the whole chain down. */
public final class PrimeSieve {

  private final Chan<Unit> quit = Chan.make();
  private final WaitGroup goroutines = new WaitGroup();

  private boolean offer(Chan<Integer> out, int number) {
    return select(onSend(out, number).as(true), onReceive(quit).as(false));
  }

  private ReceiveChan<Integer> numbers() {
    Chan<Integer> out = Chan.make();
    goroutines.go(
        () -> {
          int number = 2;
          while (offer(out, number)) {
            number++;
          }
        });
    return out;
  }

  private ReceiveChan<Integer> without(ReceiveChan<Integer> in, int prime) {
    Chan<Integer> out = Chan.make();
    goroutines.go(
        () -> {
          boolean running = true;
          while (running) {
            Integer number = select(onReceive(in), onReceive(quit).<Integer>as(0));
            running = number != null && number != 0;
            if (running && number % prime != 0) {
              running = offer(out, number);
            }
          }
        });
    return out;
  }

  List<Integer> first(int count) {
    List<Integer> primes = new ArrayList<>();
    ReceiveChan<Integer> candidates = numbers();
    while (primes.size() < count) {
      int prime = candidates.receiveOr(0);
      primes.add(prime);
      candidates = without(candidates, prime);
    }
    quit.close();
    goroutines.await();
    return primes;
  }

  public static void main(String[] args) {
    Go.run(() -> System.out.println(new PrimeSieve().first(2)));
  }
}
