// fault: race
package future_collect;

import dev.chanlint.runtime.Go;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Results of futures are put on a list by their callbacks, which run where each future ends. */
public final class Buggy {

  interface Backend {
    String fetch(String key);
  }

  static final class Client {
    private final Backend backend;
    private final List<String> answers = new ArrayList<>();

    Client(Backend backend) {
      this.backend = backend;
    }

    private CompletableFuture<String> get(String key) {
      CompletableFuture<String> answer = new CompletableFuture<>();
      Go.go(() -> answer.complete(backend.fetch(key)));
      return answer;
    }

    List<String> getAll(String... keys) {
      List<CompletableFuture<Void>> pending = new ArrayList<>();
      for (String key : keys) {
        pending.add(get(key).thenAccept(answers::add)); // want race-unguarded
      }
      pending.forEach(CompletableFuture::join);
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
