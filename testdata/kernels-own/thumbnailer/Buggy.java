// fault: panic
package thumbnailer;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.SendChan;

/** Draws thumbnails; the viewer has enough after the first and closes the stream. */
public final class Buggy {

  record Thumbnail(int page) {}

  static final class Renderer {
    private final int pages;

    Renderer(int pages) {
      this.pages = pages;
    }

    void render(SendChan<Thumbnail> out) {
      for (int page = 0; page < pages; page++) {
        out.send(new Thumbnail(page)); // want close-by-consumer, close-before-send
      }
    }
  }

  static final class Viewer {
    private final Chan<Thumbnail> stream = Chan.make();

    void open(Renderer renderer) {
      Go.go(() -> renderer.render(stream));
    }

    int first() {
      Thumbnail thumbnail = stream.receive();
      stream.close(); // want close-by-consumer, close-before-send
      return thumbnail.page();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Viewer viewer = new Viewer();
          viewer.open(new Renderer(3));
          System.out.println(viewer.first());
        });
  }
}
