import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Completable futures composed and joined, one of them completed from a channel. */
public final class CompletableFetch {

  record User(int id, String name) {}

  record Page(User user, int visits) {}

  private static CompletableFuture<User> user(int id) {
    return CompletableFuture.supplyAsync(() -> new User(id, "user " + id));
  }

  private static CompletableFuture<Integer> visits(Chan<Integer> counter, WaitGroup fetchers) {
    CompletableFuture<Integer> count = new CompletableFuture<>();
    fetchers.go(
        () -> {
          Integer value = counter.receive();
          count.complete(value == null ? 0 : value);
        });
    return count;
  }

  private static Page render(int id, Chan<Integer> counter) {
    CompletableFuture<User> user = user(id);
    WaitGroup fetchers = new WaitGroup();
    CompletableFuture<Integer> visits = visits(counter, fetchers);
    counter.send(3);
    Page page = user.thenCombine(visits, Page::new).join();
    fetchers.await();
    return page;
  }

  private static List<Integer> lengths(List<String> words) {
    List<CompletableFuture<Integer>> pending = new ArrayList<>();
    for (String word : words) {
      pending.add(CompletableFuture.supplyAsync(word::length).thenApply(n -> n * 2));
    }
    CompletableFuture.allOf(pending.toArray(CompletableFuture[]::new)).join();
    List<Integer> lengths = new ArrayList<>();
    for (CompletableFuture<Integer> one : pending) {
      lengths.add(one.join());
    }
    return lengths;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Page page = render(1, Chan.make());
          System.out.println(page.user().name() + " " + page.visits());
          System.out.println(lengths(List.of("go", "java")).size());
        });
  }
}
