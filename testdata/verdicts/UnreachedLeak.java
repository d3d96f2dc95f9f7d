import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.List;

/** No entry point reaches it; a harness does, with receivers and arguments of its own. */
public class UnreachedLeak {
  private final int limit;

  UnreachedLeak(int limit) {
    this.limit = limit;
  }

  int first(List<Integer> numbers, boolean wait) {
    Chan<Integer> results = Chan.make(); // related leak-send: channel 'results' is made here
    for (int number : numbers) {
      // finding leak-send: CONFIRMED UnreachedLeak_first_Harness#call
      Go.go(() -> results.send(number + limit));
    }
    return wait && !numbers.isEmpty() ? results.receiveOr(0) : 0;
  }
}
