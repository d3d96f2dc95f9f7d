import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** Whoever calls it may receive: that a harness does not is no mistake of this function. */
public class UnreachedResult {
  static Chan<Integer> later(int number) {
    Chan<Integer> result = Chan.make(); // related leak-send: channel 'result' is made here
    // finding leak-send: UNDECIDED no main or test reaches it
    Go.go(() -> result.send(number));
    return result;
  }
}
