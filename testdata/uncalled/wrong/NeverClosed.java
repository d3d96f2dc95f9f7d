package uncalled;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.List;

/** Drains a channel that nobody closes. */
final class NeverClosed {

  private NeverClosed() {}

  static int longest(List<String> words) {
    Chan<Integer> lengths = Chan.make();
    Go.go(() -> words.forEach(word -> lengths.send(word.length())));
    int longest = 0;
    for (int length : lengths) { // want close-missing "channel 'lengths'" confirmed
      longest = Math.max(longest, length);
    }
    return longest;
  }

  static int longestOfAll(List<String> words) {
    Chan<Integer> lengths = Chan.make();
    Go.go(
        () -> {
          words.forEach(word -> lengths.send(word.length()));
          lengths.close();
        });
    int longest = 0;
    for (int length : lengths) {
      longest = Math.max(longest, length);
    }
    return longest;
  }
}
