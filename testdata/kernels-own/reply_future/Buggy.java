// fault: deadlock
package reply_future;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Replies are futures by the number of the request; a connection that breaks leaves those that are
 * open as they are.
 */
public final class Buggy {

  static final class Client {
    private final ConcurrentMap<Integer, CompletableFuture<String>> open =
        new ConcurrentHashMap<>();
    private final Chan<Integer> wire = Chan.make();
    private final Chan<Unit> ended = Chan.make();

    CompletableFuture<String> request(int number) {
      CompletableFuture<String> reply = new CompletableFuture<>();
      open.put(number, reply);
      wire.send(number);
      return reply;
    }

    void read(int breaksAt) {
      for (int number : wire) {
        if (number == breaksAt) {
          break;
        }
        open.remove(number).complete("reply " + number);
      }
      ended.close();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Client client = new Client();
          Go.go(() -> client.read(2));
          List<CompletableFuture<String>> replies = new ArrayList<>();
          for (int i = 1; i <= 2; i++) {
            replies.add(client.request(i));
          }
          for (CompletableFuture<String> reply : replies) {
            System.out.println(reply.join()); // want leak-receive, deadlock-cyclic-wait
          }
          client.ended.receive();
        });
  }
}
