// fault: deadlock
package preview_render;

import dev.chanlint.runtime.Go;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * A document is rendered by an executor while its own monitor is held; what renders it asks the
 * document for its text.
 */
public final class Buggy {

  interface Renderer {
    String render(Supplier<String> text) throws Exception;
  }

  static final class PooledRenderer implements Renderer, AutoCloseable {
    private final ExecutorService pool = Executors.newSingleThreadExecutor();

    @Override
    public String render(Supplier<String> text) throws Exception {
      Future<String> page = pool.submit(() -> "<p>" + text.get());
      return page.get(); // want deadlock-block-under-lock, deadlock-cyclic-wait
    }

    @Override
    public void close() {
      pool.shutdown();
    }
  }

  static final class Document {
    private String content = "";

    synchronized void append(String words) {
      content += words;
    }

    String text() {
      synchronized (this) { // want deadlock-block-under-lock, deadlock-cyclic-wait
        return content;
      }
    }

    synchronized String preview(Renderer renderer) throws Exception {
      append("\n");
      return renderer.render(this::text);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Document document = new Document();
          document.append("hello");
          try (PooledRenderer renderer = new PooledRenderer()) {
            System.out.println(document.preview(renderer));
          }
        });
  }
}
