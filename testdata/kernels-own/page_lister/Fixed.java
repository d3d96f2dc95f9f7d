package page_lister;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.WaitGroup;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Lists what there is page by page, the next page being fetched while a callback works on this one;
 * a callback that fails ends the listing, and the fetching goes on.
 */
public final class Fixed {

  record Page(List<String> items, Optional<String> next) {}

  interface PageFunction {
    Page fetch(Context ctx, String token);
  }

  interface ItemVisitor {
    void visit(String item) throws IOException;
  }

  static final class Pager {
    private final PageFunction function;
    private final WaitGroup fetching = new WaitGroup();

    Pager(PageFunction function) {
      this.function = function;
    }

    void eachItem(Context parent, ItemVisitor visitor) throws IOException {
      CancelContext ctx = Context.withCancel(parent);
      try (ctx) {
        for (Page page : pages(ctx)) {
          for (String item : page.items()) {
            visitor.visit(item);
          }
        }
      }
    }

    private ReceiveChan<Page> pages(Context ctx) {
      Chan<Page> pages = Chan.make();
      fetching.go(
          () -> {
            try (pages) {
              Optional<String> token = Optional.of("");
              while (token.isPresent()) {
                Page page = function.fetch(ctx, token.get());
                boolean taken =
                    select(onSend(pages, page).as(true), onReceive(ctx.done()).as(false));
                token = taken ? page.next() : Optional.empty();
              }
            }
          });
      return pages;
    }
  }

  static Page twoPages(Context ctx, String token) {
    return token.isEmpty()
        ? new Page(List.of("secret-1"), Optional.of("2"))
        : new Page(List.of("config-2"), Optional.empty());
  }

  static void printUnlessSecret(String item) throws IOException {
    if (item.startsWith("secret")) {
      throw new IOException("may not list " + item);
    }
    System.out.println(item);
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Pager pager = new Pager(Fixed::twoPages);
          try {
            pager.eachItem(Context.background(), Fixed::printUnlessSecret);
          } catch (IOException e) {
            System.err.println(e.getMessage());
          }
          pager.fetching.await();
        });
  }
}
