package dev.chanlint.examples.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.chanlint.explorer.junit.ExploreTest;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.NoGoroutineLeaks;
import dev.chanlint.runtime.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrawlerTest {

  private static final Map<String, List<String>> PAGES =
      Map.of(
          "/", List.of("/a", "/b"), "/a", List.of("/", "/c"), "/b", List.of(), "/c", List.of("/a"));

  @Test
  @NoGoroutineLeaks
  void crawlsALocalServer() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          List<String> links = PAGES.getOrDefault(exchange.getRequestURI().getPath(), List.of());
          byte[] body = String.join("\n", links).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    String base = "http://127.0.0.1:" + server.getAddress().getPort();
    try {
      assertThat(Crawler.crawl("/", page -> read(base + page), 2, Duration.ofMillis(1)))
          .containsExactlyInAnyOrder("/", "/a", "/b", "/c");
    } finally {
      server.stop(0);
    }
  }

  private static List<String> read(String address) {
    try (var body = URI.create(address).toURL().openStream()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ExploreTest(exhaustive = true)
  void visitsEachPageOnce() {
    Crawler.Site site = address -> address.equals("/") ? List.of("/a") : List.of("/");

    Chan<Unit> unlimited = Chan.make();
    unlimited.close();

    assertThat(Crawler.crawl("/", site, 2, unlimited)).containsExactly("/", "/a");
  }
}
