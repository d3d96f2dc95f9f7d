package group_relay;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.ErrGroup;
import dev.chanlint.runtime.Go;
import java.util.List;
import java.util.function.Consumer;

/**
 * A group's context tells its tasks of the first failure; the one that produces does not listen to
 * it.
 */
public final class Fixed {

  static final class Copier {
    private final CancelContext context;
    private final ErrGroup group;
    private final Chan<String> lines = Chan.make();

    Copier(Context parent) {
      context = Context.withCancel(parent);
      group = new ErrGroup(context);
    }

    private void produce(List<String> source) {
      try (lines) {
        for (String line : source) {
          boolean more = select(onSend(lines, line).as(true), onReceive(context.done()).as(false));
          if (!more) {
            return;
          }
        }
      }
    }

    private void consume(Consumer<String> sink) {
      for (String line : lines) {
        sink.accept(line);
      }
    }

    void copy(List<String> source, Consumer<String> sink) throws Exception {
      group.go(() -> produce(source));
      group.go(() -> consume(sink));
      try {
        group.await();
      } finally {
        context.cancel();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          try {
            new Copier(Context.background())
                .copy(
                    List.of("a", "", "b"),
                    line -> {
                      if (line.isEmpty()) {
                        throw new IllegalArgumentException("empty line");
                      }
                    });
          } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
          }
        });
  }
}
