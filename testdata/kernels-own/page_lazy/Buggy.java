// fault: race
package page_lazy;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Pages of a site know their neighbours, which are looked up when first asked for. */
public final class Buggy {

  static class Lazy<T> implements Supplier<T> {
    private final Supplier<? extends T> init;
    private T value;

    Lazy(Supplier<? extends T> init) {
      this.init = init;
    }

    @Override
    public T get() {
      if (value == null) { // want race-check-then-act, race-unguarded
        value = init.get(); // want race-check-then-act, race-unguarded
      }
      return value; // want race-check-then-act, race-unguarded
    }
  }

  static final class Page {
    private final String title;
    private final Lazy<List<Page>> related;

    Page(Site site, String title) {
      this.title = title;
      this.related = new Lazy<>(() -> site.withSameInitial(this));
    }

    int relatedCount() {
      return related.get().size();
    }
  }

  static final class Site {
    private final List<Page> pages = new ArrayList<>();

    Site(String... titles) {
      for (String title : titles) {
        pages.add(new Page(this, title));
      }
    }

    List<Page> withSameInitial(Page page) {
      return pages.stream()
          .filter(p -> p != page && p.title.charAt(0) == page.title.charAt(0))
          .toList();
    }

    void render(Consumer<String> out) {
      WaitGroup renderers = new WaitGroup();
      for (String format : List.of("html", "rss")) {
        renderers.go(() -> pages.forEach(p -> out.accept(format + p.relatedCount())));
      }
      renderers.await();
    }
  }

  public static void main(String[] args) {
    Go.run(() -> new Site("apple", "avocado").render(System.out::println));
  }
}
