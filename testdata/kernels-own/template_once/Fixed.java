package template_once;

import dev.chanlint.runtime.ErrGroup;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import java.util.function.Supplier;

/** Parses a template at first use, with a check outside the lock on a plain field. */
public final class Fixed {

  record Template(String text) {
    String render(Object value) {
      return text.replace("$", String.valueOf(value));
    }
  }

  static final class Templates {
    private final Mutex mu = new Mutex();
    private final Supplier<Template> parse;
    private volatile Template parsed;

    Templates(Supplier<Template> parse) {
      this.parse = parse;
    }

    String render(Object value) {
      if (parsed == null) {
        mu.lock();
        try {
          if (parsed == null) {
            parsed = parse.get();
          }
        } finally {
          mu.unlock();
        }
      }
      return parsed.render(value);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Templates templates = new Templates(() -> new Template("<$>"));
          ErrGroup renders = new ErrGroup();
          for (int i = 0; i < 2; i++) {
            int page = i;
            renders.go(() -> templates.render(page));
          }
          renders.await();
        });
  }
}
