package hugo_5379;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.Once;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Renders a page once, on demand; its short codes may ask for the same page's word count. */
public final class Fixed {
  static final Duration RENDER_TIMEOUT = Duration.ofMillis(1);

  /** A piece of a page's content that is computed while the page is rendered. */
  interface ShortCode {
    String render();
  }

  static final class Page {
    private final Mutex mu = new Mutex();
    private final Once contentOnce = new Once();
    private final Once plainOnce = new Once();
    private final List<ShortCode> shortCodes = new CopyOnWriteArrayList<>();
    private final WaitGroup renders = new WaitGroup();
    private final String source;
    private String content = "";
    private List<String> plainWords = List.of();

    Page(String source) {
      this.source = source;
    }

    void addShortCode(ShortCode code) {
      shortCodes.add(code);
    }

    int wordCount() {
      initContent();
      initPlain();
      return plainWords.size();
    }

    private void initContent() {
      contentOnce.run(
          () -> {
            Chan<String> rendered = Chan.make(1);
            try (CancelContext ctx = Context.withTimeout(Context.background(), RENDER_TIMEOUT)) {
              renders.go(
                  () -> {
                    String html = prepareForRender();
                    mu.lock();
                    content = html;
                    mu.unlock();
                    rendered.send(html);
                  });
              select(onReceive(ctx.done()), onReceive(rendered));
            }
          });
    }

    private String prepareForRender() {
      StringBuilder html = new StringBuilder(source);
      for (ShortCode code : shortCodes) {
        html.append(code.render());
      }
      return html.toString();
    }

    private void initPlain() {
      plainOnce.run(
          () -> {
            mu.lock();
            plainWords = List.of(source.split(" "));
            mu.unlock();
          });
    }

    void awaitRenders() {
      renders.await();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Page page = new Page("the quick brown fox");
          page.addShortCode(() -> " (" + page.wordCount() + " words)");
          WaitGroup renderers = new WaitGroup();
          renderers.go(() -> System.out.println(page.wordCount()));
          renderers.await();
          page.awaitRenders();
        });
  }
}
