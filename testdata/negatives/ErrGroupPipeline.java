import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.ErrGroup;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import java.io.IOException;
import java.util.List;

/** A producer and a consumer in an error group: the first failure cancels the other. */
public final class ErrGroupPipeline {

  record Line(int number, String text) {}

  /** Cannot read a line that is empty. */
  static int parse(Line line) throws IOException {
    if (line.text().isEmpty()) {
      throw new IOException("line " + line.number() + " is empty");
    }
    return line.text().length();
  }

  private static void produce(Context context, List<String> texts, Chan<Line> out) {
    try (out) {
      int number = 1;
      for (String text : texts) {
        Line line = new Line(number++, text);
        boolean sent = select(onSend(out, line).as(true), onReceive(context.done()).as(false));
        if (!sent) {
          return;
        }
      }
    }
  }

  private static void consume(ReceiveChan<Line> in) throws IOException {
    int total = 0;
    for (Line line : in) {
      total += parse(line);
    }
    System.out.println(total);
  }

  static String load(List<String> texts) {
    CancelContext context = Context.withCancel(Context.background());
    ErrGroup group = new ErrGroup(context);
    Chan<Line> lines = Chan.make();
    group.go(() -> produce(context, texts, lines));
    group.go(() -> consume(lines));
    try {
      group.await();
      return "ok";
    } catch (Exception e) {
      return e.getMessage();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          System.out.println(load(List.of("a", "bc")));
          System.out.println(load(List.of("", "never", "read")));
        });
  }
}
