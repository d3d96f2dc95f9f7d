import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;

/** Texts that several write: one with a lock of its own, one under a lock, one each. */
public final class GuardedText {

  public static void main(String[] args) {
    Go.run(
        () -> {
          StringBuffer shared = new StringBuffer();
          StringBuilder guarded = new StringBuilder();
          Mutex mu = new Mutex();
          WaitGroup writers = new WaitGroup();
          for (String word : List.of("a", "b")) {
            writers.go(
                () -> {
                  StringBuilder own = new StringBuilder(word);
                  own.append(own.length());
                  shared.append(own);
                  mu.lock();
                  guarded.append(word);
                  mu.unlock();
                });
          }
          writers.await();
          System.out.println(shared.length() + guarded.length());
        });
  }
}
