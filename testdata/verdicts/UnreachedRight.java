import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** What a harness does not show may still happen. */
public class UnreachedRight {
  interface Source {
    int next();
  }

  static int twice(Source source) {
    Chan<Integer> results = Chan.make(); // related leak-send: channel 'results' is made here
    // finding leak-send: UNDECIDED no main or test reaches it; a harness that calls
    Go.go(() -> results.send(source.next()));
    return results.receiveOr(0);
  }
}
