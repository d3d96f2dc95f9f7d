import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Collections behind the wrappers of the JDK, and scratch space for each goroutine. */
public final class SynchronizedWrappers {

  private static final ThreadLocal<StringBuilder> SCRATCH =
      ThreadLocal.withInitial(StringBuilder::new);

  private static String twice(String word) {
    StringBuilder scratch = SCRATCH.get();
    scratch.setLength(0);
    return scratch.append(word).append(word).toString();
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          List<String> words = Collections.synchronizedList(new ArrayList<>());
          Map<String, Integer> lengths = Collections.synchronizedMap(new HashMap<>());
          AtomicIntegerArray counts = new AtomicIntegerArray(2);
          WaitGroup writers = new WaitGroup();
          for (String word : List.of("go", "java")) {
            writers.go(
                () -> {
                  words.add(twice(word));
                  lengths.put(word, word.length());
                  counts.incrementAndGet(word.length() % 2);
                });
          }
          writers.await();
          System.out.println(words.size() + lengths.size() + counts.get(0));
        });
  }
}
