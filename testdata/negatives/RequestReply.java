import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Each request carries the channel for its reply; a table belongs to the server alone. */
public final class RequestReply {

  record Request(String key, String value, Chan<String> reply) {
    boolean isWrite() {
      return value != null;
    }
  }

  /** The goroutine that owns the table. */
  static final class Server {
    private final Map<String, String> table = new HashMap<>();
    private final ReceiveChan<Request> requests;

    Server(ReceiveChan<Request> requests) {
      this.requests = requests;
    }

    void serve() {
      Request request;
      while ((request = requests.receive()) != null) {
        request.reply().send(answer(request));
      }
    }

    private String answer(Request request) {
      String before = table.get(request.key());
      if (request.isWrite()) {
        table.put(request.key(), request.value());
      }
      return before == null ? "" : before;
    }
  }

  /** What sends. */
  static final class Client {
    private final Chan<Request> requests;

    Client(Chan<Request> requests) {
      this.requests = requests;
    }

    String call(String key, String value) {
      Chan<String> reply = Chan.make();
      requests.send(new Request(key, value, reply));
      return Objects.requireNonNull(reply.receive());
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Request> requests = Chan.make();
          WaitGroup server = new WaitGroup();
          server.go(() -> new Server(requests).serve());
          Client client = new Client(requests);
          client.call("colour", "red");
          String colour = client.call("colour", null);
          requests.close();
          server.await();
          System.out.println(colour);
        });
  }
}
