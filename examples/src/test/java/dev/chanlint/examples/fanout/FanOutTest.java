package dev.chanlint.examples.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.chanlint.explorer.junit.ExploreTest;
import dev.chanlint.runtime.NoGoroutineLeaks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FanOutTest {

  @Test
  @NoGoroutineLeaks
  void fetchesByHttp() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestURI().getPath().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    String base = "http://127.0.0.1:" + server.getAddress().getPort();
    try (HttpClient client = HttpClient.newHttpClient()) {
      List<String> answers =
          FanOut.fetchAll(
              List.of(base + "/a", base + "/b", "http://127.0.0.1:1/refused"),
              Duration.ofMinutes(1),
              address -> HttpFanOut.fetch(client, address));

      assertThat(answers).containsExactlyInAnyOrder("/a", "/b");
    } finally {
      server.stop(0);
    }
  }

  @ExploreTest(exhaustive = true)
  void givesWhatCameInTimeAndLeavesNobodyBehind() {
    List<String> answers =
        FanOut.fetchAll(List.of("north", "south"), Duration.ofSeconds(1), address -> address);

    assertThat(List.of("north", "south")).containsAll(answers);
  }
}
