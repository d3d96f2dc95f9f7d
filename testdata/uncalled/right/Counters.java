package uncalled;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** State that goroutines of one call share, ordered in the ways there are. */
public class Counters {

  private static int registered;

  private final Map<String, Integer> lengths = new ConcurrentHashMap<>();
  private int last;

  public static synchronized int register() {
    return ++registered;
  }

  public static void registerBoth() {
    Go.go(Counters::register);
    register();
  }

  public int counted(List<String> words) {
    AtomicInteger count = new AtomicInteger();
    WaitGroup all = new WaitGroup();
    words.forEach(word -> all.go(() -> count.addAndGet(word.length())));
    all.await();
    return count.get();
  }

  public int measured(List<String> words) {
    WaitGroup all = new WaitGroup();
    for (String word : words) {
      all.go(() -> lengths.put(word, word.length()));
    }
    all.await();
    last = lengths.size();
    return last;
  }

  public synchronized void remember(int number) {
    last = number;
  }

  public synchronized void tell(Consumer<Integer> listener) {
    remember(1);
    listener.accept(last);
  }
}
