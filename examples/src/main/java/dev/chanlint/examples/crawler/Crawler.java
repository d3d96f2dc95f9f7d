package dev.chanlint.examples.crawler;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Select;
import dev.chanlint.runtime.Ticker;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/**
 * Follows links from page to page with a few workers, no faster than a limit allows. What has been
 * seen and what is to be done belongs to the caller's goroutine alone; workers send it what they
 * found.
 */
public final class Crawler {

  /** The site. */
  @FunctionalInterface
  public interface Site {
    /** The addresses that a page links to; none if it cannot be read. */
    List<String> links(String address);
  }

  private final Site site;
  private final int workers;
  private final Chan<String> todo = Chan.make();
  private final Chan<List<String>> found = Chan.make();
  private final Set<String> seen = new LinkedHashSet<>();
  private final Queue<String> waiting = new ArrayDeque<>();
  private int outstanding;

  private Crawler(Site site, int workers) {
    this.site = site;
    this.workers = workers;
  }

  /**
   * Crawls a site.
   *
   * @param start where to begin
   * @param every how much time to leave between two pages
   * @return all addresses reached, in the order in which they were met
   */
  public static Set<String> crawl(String start, Site site, int workers, Duration every) {
    try (Ticker ticker = new Ticker(every)) {
      return crawl(start, site, workers, ticker.channel());
    }
  }

  /** Crawls a site, receiving once before each page: a closed channel is no limit. */
  static Set<String> crawl(String start, Site site, int workers, ReceiveChan<?> allowance) {
    return new Crawler(site, workers).crawl(start, allowance);
  }

  private Set<String> crawl(String start, ReceiveChan<?> allowance) {
    WaitGroup running = new WaitGroup();
    for (int i = 0; i < workers; i++) {
      running.go(() -> work(allowance));
    }
    add(List.of(start));
    while (outstanding > 0 || !waiting.isEmpty()) {
      step();
    }
    todo.close();
    running.await();
    return seen;
  }

  private void work(ReceiveChan<?> allowance) {
    for (String address : todo) {
      allowance.receive();
      found.send(site.links(address));
    }
  }

  /** Hands out one address or takes in one page's links; a nil channel's case is never ready. */
  private void step() {
    Chan<String> next = waiting.isEmpty() ? Chan.nil() : todo;
    String address = waiting.isEmpty() ? "" : waiting.peek();
    Select.<Unit>select(
        onSend(
            next,
            address,
            () -> {
              waiting.remove();
              outstanding++;
            }),
        onReceive(
            found,
            links -> {
              outstanding--;
              add(links);
            }));
  }

  private void add(List<String> links) {
    for (String link : links) {
      if (seen.add(link)) {
        waiting.add(link);
      }
    }
  }
}
