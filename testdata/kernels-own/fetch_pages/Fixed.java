package fetch_pages;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.ErrGroup;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.SendChan;

/**
 * Pages are fetched by a group of goroutines that give up when their context is done. Who collects
 * leaves at the first page that is wrong, and nobody cancels the context.
 */
public final class Fixed {

  record Page(int number, String text) {
    boolean valid() {
      return !text.isBlank();
    }
  }

  interface Source {
    Page load(int number);
  }

  static final class Fetcher {
    private final Source source;
    private final Context parent;

    Fetcher(Context parent, Source source) {
      this.parent = parent;
      this.source = source;
    }

    private ReceiveChan<Page> stream(Context ctx, int pages) {
      Chan<Page> out = Chan.make();
      ErrGroup group = new ErrGroup();
      for (int i = 0; i < pages; i++) {
        int number = i;
        group.go(() -> deliver(ctx, source.load(number), out));
      }
      Go.go(
          "closer",
          () -> {
            group.await();
            out.close();
          });
      return out;
    }

    private void deliver(Context ctx, Page page, SendChan<Page> out) {
      select(onSend(out, page), onReceive(ctx.done()));
    }

    int lines(int pages) {
      int lines = 0;
      try (CancelContext ctx = Context.withCancel(parent)) {
        ReceiveChan<Page> stream = stream(ctx, pages);
        for (Page page : stream) {
          if (!page.valid()) {
            lines = -1;
            break;
          }
          lines += page.text().lines().count();
        }
        ctx.cancel();
        stream.forEach(page -> {});
      }
      return lines;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Fetcher fetcher =
              new Fetcher(
                  Context.background(), number -> new Page(number, number == 0 ? " " : "a\nb"));
          System.out.println(fetcher.lines(2) + " lines");
        });
  }
}
