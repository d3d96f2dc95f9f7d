// fault: leak
package cockroach_18101;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.SendChan;
import java.util.ArrayList;
import java.util.List;

/** Restores a backup: splits ranges ahead of the importer, which may be cancelled. */
public final class Buggy {
  static final int PRESPLIT_AHEAD = 6;

  record ImportEntry(int span) {}

  static final class Restore {
    private final List<ImportEntry> entries = new ArrayList<>();

    Restore(int spans) {
      for (int span = 0; span < spans; span++) {
        entries.add(new ImportEntry(span));
      }
    }

    int run(Context ctx) {
      Chan<ImportEntry> ready = Chan.make(PRESPLIT_AHEAD);
      Go.go(() -> splitAndScatter(ready));
      int imported = 0;
      for (ImportEntry entry : ready) {
        boolean ended = select(onReceive(ctx.done()).as(true));
        if (ended) {
          return imported;
        }
        imported += entry.span();
      }
      return imported;
    }

    private void splitAndScatter(SendChan<ImportEntry> ready) {
      try (ready) {
        for (ImportEntry entry : entries) {
          ready.send(entry); // want leak-ignores-cancel, leak-send
        }
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          CancelContext ctx = Context.withCancel(Context.background());
          Go.go(ctx::cancel);
          Restore restore = new Restore(8);
          restore.run(ctx);
        });
  }
}
