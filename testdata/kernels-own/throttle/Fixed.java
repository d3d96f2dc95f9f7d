package throttle;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Passes configurations on, at most one per interval; the provider is deaf to its own end. */
public final class Fixed {

  interface Provider {
    void provide(Context ctx, SendChan<String> configurations);
  }

  static final class FileProvider implements Provider {
    private final Iterator<String> files;

    FileProvider(Iterator<String> files) {
      this.files = files;
    }

    @Override
    public void provide(Context ctx, SendChan<String> configurations) {
      while (files.hasNext()) {
        String file = files.next();
        if (!select(onSend(configurations, file).as(true), onReceive(ctx.done()).as(false))) {
          return;
        }
      }
    }
  }

  static final class Watcher {
    private final List<Provider> providers;
    private final Chan<String> configurations = Chan.make();
    private final List<String> applied = new ArrayList<>();
    private final WaitGroup providing = new WaitGroup();

    Watcher(Provider... providers) {
      this.providers = List.of(providers);
    }

    void run(Context ctx) {
      providers.forEach(provider -> providing.go(() -> provider.provide(ctx, configurations)));
      while (ctx.err() == null) {
        select(onReceive(configurations, (String c) -> applied.add(c)), onReceive(ctx.done()));
      }
      providing.await();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          CancelContext ctx = Context.withTimeout(Context.background(), Duration.ofMillis(2));
          Watcher watcher = new Watcher(new FileProvider(List.of("a", "b").iterator()));
          watcher.run(ctx);
        });
  }
}
