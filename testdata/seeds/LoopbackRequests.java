import static dev.chanlint.runtime.Go.go;
import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.SendChan;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * A goroutine for each request; answers come over a channel, a context bounds the wait for them.
 */
public final class LoopbackRequests {

  private static final int REQUESTS = 3;

  private LoopbackRequests() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          HttpServer server = serve();
          try (CancelContext deadline =
              Context.withTimeout(Context.background(), Duration.ofSeconds(30))) {
            System.out.println(requestAll(server, deadline) + " answers");
          } finally {
            server.stop(0);
          }
        });
  }

  private static int requestAll(HttpServer server, Context deadline) {
    Chan<String> answers = Chan.make(REQUESTS);
    for (int i = 0; i < REQUESTS; i++) {
      int number = i;
      go(() -> request(server.getAddress(), number, answers));
    }
    int answered = 0;
    boolean waiting = true;
    while (waiting && answered < REQUESTS) {
      waiting = select(onReceive(answers).as(true), onReceive(deadline.done()).as(false));
      if (waiting) {
        answered++;
      }
    }
    return answered;
  }

  private static void request(InetSocketAddress server, int number, SendChan<String> answers)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://localhost:" + server.getPort() + "/" + number);
    HttpRequest request = HttpRequest.newBuilder(uri).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      answers.send(client.send(request, BodyHandlers.ofString()).body());
    }
  }

  private static HttpServer serve() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", LoopbackRequests::answer);
    server.start();
    return server;
  }

  private static void answer(HttpExchange exchange) throws IOException {
    byte[] body = ("hello " + exchange.getRequestURI().getPath()).getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
