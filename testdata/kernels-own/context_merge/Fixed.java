package context_merge;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.Collection;
import java.util.List;

/** A context that ends with the first of several others, or so it is meant. */
public final class Fixed {

  static final class Contexts {
    private final WaitGroup linked = new WaitGroup();

    CancelContext firstOf(Collection<? extends Context> parents) {
      CancelContext merged = Context.withCancel(Context.background());
      for (Context parent : parents) {
        linked.go(() -> select(onReceive(parent.done(), merged::cancel), onReceive(merged.done())));
      }
      return merged;
    }
  }

  interface Service {
    void serve(Context ctx);
  }

  record Watcher(String topic, WaitGroup group) implements Service {
    @Override
    public void serve(Context ctx) {
      group.go(
          () -> {
            ctx.done().receive();
            System.out.println(topic + " ended");
          });
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          CancelContext process = Context.withCancel(Context.background());
          CancelContext session = Context.withCancel(Context.background());
          Contexts contexts = new Contexts();
          WaitGroup watchers = new WaitGroup();
          Service service = new Watcher("nodes", watchers);
          service.serve(contexts.firstOf(List.of(process, session)));
          session.cancel();
          watchers.await();
          contexts.linked.await();
          process.cancel();
        });
  }
}
