import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import java.util.List;

/** Takes widgets through stages, each a goroutine. */
public class Pipeline {

  public long total(List<String> names) {
    ReceiveChan<Integer> sizes = sized(source(names));
    long total = 0;
    for (int size : sizes) { // planted: close-missing, leak-receive
      total += size;
    }
    return total;
  }

  private static ReceiveChan<String> source(List<String> names) {
    Chan<String> out = Chan.make();
    Go.go(
        () -> {
          for (String name : names) {
            out.send(name + "-" + 7);
          }
          out.close();
        });
    return out;
  }

  private static ReceiveChan<Integer> sized(ReceiveChan<String> in) {
    Chan<Integer> out = Chan.make();
    Go.go(
        () -> {
          for (String name : in) {
            out.send(name.length() + (int) new Sequential(5).work(1));
          }
          out.close(); // broken: System.out.println("widgets are sized");
        });
    return out;
  }

  // main
  public static void main(String[] args) {
    Go.run(() -> System.out.println(new Pipeline().total(List.of("first", "second"))));
  }
  // end
}
