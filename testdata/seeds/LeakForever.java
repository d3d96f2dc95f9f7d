import static dev.chanlint.runtime.Go.go;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;

/** A goroutine waits for a value that nobody sends. */
public final class LeakForever {

  private LeakForever() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<String> news = Chan.make();
          go(() -> print(news));
          System.out.println("no news");
        });
  }

  private static void print(ReceiveChan<String> news) {
    System.out.println(news.receive()); // want leak-receive confirmed
  }
}
