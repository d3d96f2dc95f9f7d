import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;

/** A server's context with one below it for each request; a handler ends with either. */
public final class RequestScopes {

  /** Answers a request unless its context ends first. */
  interface Endpoint {
    String answer(Context context, String request);
  }

  /** Asks a backend that may be slow. */
  static final class Backend implements Endpoint {
    @Override
    public String answer(Context context, String request) {
      ReceiveChan<String> reply = ask(request);
      String answer =
          select(onReceive(reply), onReceive(context.done()).<String>as("gave up on " + request));
      return answer == null ? "nothing" : answer;
    }

    private final WaitGroup questions = new WaitGroup();

    private ReceiveChan<String> ask(String request) {
      Chan<String> reply = Chan.make(1);
      questions.go(() -> reply.send("re: " + request));
      return reply;
    }
  }

  private final Context root;
  private final Endpoint endpoint;
  private final WaitGroup requests = new WaitGroup();

  RequestScopes(Context root, Endpoint endpoint) {
    this.root = root;
    this.endpoint = endpoint;
  }

  void handle(String request, Chan<String> answers) {
    requests.go(
        () -> {
          try (CancelContext context = Context.withTimeout(root, Duration.ofSeconds(1))) {
            answers.send(endpoint.answer(context, request));
          }
        });
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          try (CancelContext root = Context.withCancel(Context.background())) {
            Backend backend = new Backend();
            RequestScopes server = new RequestScopes(root, backend);
            Chan<String> answers = Chan.make(1);
            server.handle("time", answers);
            String answer = answers.receive();
            server.requests.await();
            backend.questions.await();
            System.out.println(answer);
          }
        });
  }
}
