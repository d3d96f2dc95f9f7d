package thumbnailer;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;

/** Draws thumbnails; the viewer has enough after the first and closes the stream. */
public final class Fixed {

  record Thumbnail(int page) {}

  static final class Renderer {
    private final int pages;

    Renderer(int pages) {
      this.pages = pages;
    }

    void render(SendChan<Thumbnail> out, ReceiveChan<Unit> enough) {
      for (int page = 0; page < pages; page++) {
        boolean goesOn =
            select(onSend(out, new Thumbnail(page)).as(true), onReceive(enough).as(false));
        if (!goesOn) {
          return;
        }
      }
    }
  }

  static final class Viewer {
    private final Chan<Thumbnail> stream = Chan.make();
    private final Chan<Unit> enough = Chan.make();

    private final WaitGroup rendering = new WaitGroup();

    void open(Renderer renderer) {
      rendering.go(() -> renderer.render(stream, enough));
    }

    int first() {
      Thumbnail thumbnail = stream.receive();
      enough.close();
      rendering.await();
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
