// fault: deadlock
package site_build;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.Iterator;
import java.util.List;

/** Renders pages as they are read; the reader gives up at the first draft. */
public final class Buggy {

  record Page(String title, boolean draft) {}

  static final class Reader implements Iterable<Page> {
    private final Chan<Page> pages = Chan.make();
    private final Iterator<Page> source;

    Reader(Iterator<Page> source) {
      this.source = source;
      Go.go(this::read);
    }

    private void read() {
      while (source.hasNext()) {
        Page page = source.next();
        if (page.draft()) {
          return;
        }
        pages.send(page);
      }
      pages.close();
    }

    @Override
    public Iterator<Page> iterator() {
      return pages.iterator(); // want close-missing, leak-receive
    }
  }

  static int render(Iterable<Page> pages) {
    int length = 0;
    for (Page page : pages) { // want close-missing, leak-receive
      length += page.title().length();
    }
    return length;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          List<Page> site = List.of(new Page("home", false), new Page("todo", true));
          System.out.println(render(new Reader(site.iterator())));
        });
  }
}
