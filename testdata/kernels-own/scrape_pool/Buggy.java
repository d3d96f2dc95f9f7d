// fault: deadlock
package scrape_pool;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** A scrape gives a sample and, when it was slow, a warning, over one channel made for one each. */
public final class Buggy {

  record Report(String target, String text) {}

  static final class Scraper {
    private final List<String> targets;

    Scraper(List<String> targets) {
      this.targets = targets;
    }

    List<Report> scrapeAll() {
      Chan<Report> reports = Chan.make(targets.size());
      WaitGroup running = new WaitGroup();
      for (String target : targets) {
        running.add(1);
        Go.go(
            () -> {
              try {
                scrape(target, reports);
              } finally {
                running.done();
              }
            });
      }
      running.await(); // want deadlock-cyclic-wait, deadlock-waitgroup, leak-receive
      reports.close();
      List<Report> all = new ArrayList<>();
      for (Report report : reports) {
        all.add(report);
      }
      return all;
    }

    private static void scrape(String target, SendChan<Report> to) {
      to.send(new Report(target, "up")); // want deadlock-cyclic-wait, leak-send
      if (target.length() > 2) {
        to.send(new Report(target, "slow")); // want deadlock-cyclic-wait, leak-send
      }
    }
  }

  public static void main(String[] args) {
    Go.run(() -> System.out.println(new Scraper(List.of("db", "web", "mail")).scrapeAll().size()));
  }
}
