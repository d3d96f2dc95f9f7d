package dev.chanlint.examples.fanout;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** {@code HttpFanOut URL…} prints what each URL answers within two seconds. */
public final class HttpFanOut {

  private static final Duration WITHIN = Duration.ofSeconds(2);

  private HttpFanOut() {}

  /** Fetches by HTTP. */
  static String fetch(HttpClient client, String address) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).timeout(WITHIN).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  /** Fetches the URLs that it is given. */
  public static void main(String[] urls) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      FanOut.fetchAll(List.of(urls), WITHIN, url -> fetch(client, url))
          .forEach(System.out::println);
    }
  }
}
