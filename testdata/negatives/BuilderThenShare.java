import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** A builder changes freely before it builds; what it built is shared and never changes. */
public final class BuilderThenShare {

  /** What is sent. */
  static final class Report {
    private final String title;
    private final List<String> lines;

    private Report(Builder builder) {
      title = builder.title;
      lines = List.copyOf(builder.lines);
    }

    int length() {
      return title.length() + lines.size();
    }

    static Builder titled(String title) {
      return new Builder(title);
    }

    static final class Builder {
      private final String title;
      private final List<String> lines = new ArrayList<>();

      Builder(String title) {
        this.title = title;
      }

      Builder line(String line) {
        lines.add(line);
        return this;
      }

      Report build() {
        return new Report(this);
      }
    }
  }

  private static void publish(Chan<Report> out) {
    Report.Builder builder = Report.titled("daily");
    builder.line("all is well");
    out.send(builder.build());
    builder.line("so far");
    out.send(builder.build());
    out.close();
  }

  private static int read(Chan<Report> in) {
    int length = 0;
    for (Report report : in) {
      length += report.length();
    }
    return length;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Report> reports = Chan.make(1);
          int[] lengths = new int[2];
          WaitGroup readers = new WaitGroup();
          for (int i = 0; i < 2; i++) {
            int reader = i;
            readers.go(() -> lengths[reader] = read(reports));
          }
          publish(reports);
          readers.await();
          System.out.println(lengths[0] + lengths[1]);
        });
  }
}
