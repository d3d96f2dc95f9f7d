import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;

/** The worker hands out links before it takes the next address: with one worker nobody takes them. */
final class CrawlerThatWaitsForItself {

  private final Chan<String> todo = Chan.make();
  private final WaitGroup pages = new WaitGroup();

  private static List<String> links(String address) {
    return address.equals("/") ? List.of("/a", "/b") : List.of();
  }

  private void work() {
    for (String address : todo) {
      for (String link : links(address)) {
        pages.add(1);
        todo.send(link); // want deadlock-self-rendezvous confirmed
      }
      pages.done();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          CrawlerThatWaitsForItself crawler = new CrawlerThatWaitsForItself();
          Go.go(crawler::work);
          crawler.pages.add(1);
          crawler.todo.send("/");
          crawler.pages.await();
          crawler.todo.close();
        });
  }
}
