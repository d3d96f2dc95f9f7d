// fault: leak
package throttle;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Passes configurations on, at most one per interval; the provider is deaf to its own end. */
public final class Buggy {

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
        if (ctx.err() != null) {
          return;
        }
        configurations.send(files.next()); // want leak-ignores-cancel, leak-send
      }
    }
  }

  static final class Watcher {
    private final List<Provider> providers;
    private final Chan<String> configurations = Chan.make();
    private final List<String> applied = new ArrayList<>();

    Watcher(Provider... providers) {
      this.providers = List.of(providers);
    }

    void run(Context ctx) {
      providers.forEach(provider -> Go.go(() -> provider.provide(ctx, configurations)));
      while (ctx.err() == null) {
        select(onReceive(configurations, (String c) -> applied.add(c)), onReceive(ctx.done()));
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          CancelContext ctx = Context.withCancel(Context.background());
          Watcher watcher = new Watcher(new FileProvider(List.of("a", "b").iterator()));
          Time.afterFunc(Duration.ofMillis(2), ctx::cancel);
          watcher.run(ctx);
        });
  }
}
