package cockroach_10790;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;

/** Puts a command into the queues of a replica and waits until those ahead of it are through. */
public final class Fixed {

  static final class CommandQueue {
    private final List<Chan<Boolean>> prerequisites = List.of(Chan.make(), Chan.make());

    List<Chan<Boolean>> prerequisites() {
      return prerequisites;
    }

    void finishPrerequisites(Context ctx) {
      for (Chan<Boolean> ch : prerequisites) {
        boolean finished = select(onSend(ch, true).as(true), onReceive(ctx.done()).as(false));
        if (!finished) {
          return;
        }
      }
    }
  }

  static final class Replica {
    private final CommandQueue queue = new CommandQueue();
    private final WaitGroup cleanUps = new WaitGroup();

    void beginCommands(Context ctx) {
      List<Chan<Boolean>> chans = queue.prerequisites();
      for (Chan<Boolean> ch : chans) {
        select(onReceive(ch), onReceive(ctx.done(), () -> cleanUp(ctx, chans)));
      }
    }

    void awaitCleanUps() {
      cleanUps.await();
    }

    private void cleanUp(Context ctx, List<Chan<Boolean>> chans) {
      cleanUps.go(
          () -> {
            for (Chan<Boolean> ch : chans) {
              select(onReceive(ch), onReceive(ctx.done()));
            }
          });
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Replica replica = new Replica();
          CancelContext ctx = Context.withCancel(Context.background());
          WaitGroup running = new WaitGroup();
          running.go(() -> replica.queue.finishPrerequisites(ctx));
          running.go(() -> replica.beginCommands(ctx));
          running.go(ctx::cancel);
          running.await();
          replica.awaitCleanUps();
        });
  }
}
