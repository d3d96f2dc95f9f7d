// fault: deadlock
package report_pool;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.GoPool;
import java.util.List;

/** Renders reports in a pool; a report waits in the pool for its own parts. */
public final class Buggy {

  static final class Reports {
    private final GoPool pool = new GoPool(1);

    String render(List<String> parts) {
      Chan<String> page = Chan.make(1);
      pool.submit(
          () -> {
            Chan<String> rendered = Chan.make(parts.size());
            for (String part : parts) {
              pool.submit(() -> rendered.send(part.toUpperCase())); // want deadlock-self-join
            }
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < parts.size(); i++) {
              all.append(rendered.receive()); // want deadlock-self-join, deadlock-cyclic-wait
            }
            page.send(all.toString());
          });
      String text = page.receive();
      pool.close();
      return text;
    }
  }

  public static void main(String[] args) {
    Go.run(() -> System.out.println(new Reports().render(List.of("a", "b")).length()));
  }
}
