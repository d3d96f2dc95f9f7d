package future_collect;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Results of futures are put on a list by their callbacks, which run where each future ends. */
public final class Fixed {

  interface Backend {
    String fetch(String key);
  }

  static final class Client {
    private final Backend backend;
    private final List<String> answers = new ArrayList<>();
    private final WaitGroup fetching = new WaitGroup();

    Client(Backend backend) {
      this.backend = backend;
    }

    private CompletableFuture<String> get(String key) {
      CompletableFuture<String> answer = new CompletableFuture<>();
      fetching.go(() -> answer.complete(backend.fetch(key)));
      return answer;
    }

    List<String> getAll(String... keys) {
      List<CompletableFuture<String>> pending = new ArrayList<>();
      for (String key : keys) {
        pending.add(get(key));
      }
      pending.forEach(answer -> answers.add(answer.join()));
      fetching.await();
      return answers;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Client client = new Client(key -> key + "!");
          System.out.println(client.getAll("a", "b").size());
        });
  }
}
