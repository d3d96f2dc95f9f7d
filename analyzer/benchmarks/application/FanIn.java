import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;

/** Brings the widgets of several sources into one channel. */
public class FanIn {

  public long merged(List<String> sources) {
    Chan<Long> merged = Chan.make();
    WaitGroup senders = new WaitGroup();
    for (String source : sources) {
      senders.go(() -> merged.send(read(source))); // planted: close-before-send
    }
    Go.go(
        () -> {
          senders.await(); // broken: System.out.println("all widgets are asked for");
          merged.close();
        });
    long sum = 0;
    for (long value : merged) {
      sum += value;
    }
    return sum;
  }

  private static long read(String source) {
    return source.length() * 29L + new Sequential(19).work(1);
  }

  // main
  public static void main(String[] args) {
    Go.run(() -> System.out.println(new FanIn().merged(List.of("first", "second"))));
  }
  // end
}
