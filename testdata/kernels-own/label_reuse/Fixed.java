package label_reuse;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hosts are checked side by side, each with a label that is put together in one buffer; what is
 * started for a host reads the buffer when it is already about the next.
 */
public final class Fixed {

  interface Check {
    String run(String host);
  }

  interface Report {
    void line(StringBuilder label, String text);
  }

  static final class LinesReport implements Report {
    private final Mutex mu = new Mutex();
    private final List<String> lines = new ArrayList<>();

    @Override
    public void line(StringBuilder label, String text) {
      mu.lock();
      try {
        lines.add(label.append(": ").append(text).toString());
      } finally {
        mu.unlock();
      }
    }

    int count() {
      mu.lock();
      try {
        return lines.size();
      } finally {
        mu.unlock();
      }
    }
  }

  static final class Sweep {
    private final WaitGroup checks = new WaitGroup();
    private final Map<String, Check> byName = new LinkedHashMap<>();
    private final Report report;

    Sweep(Report report) {
      this.report = report;
    }

    Sweep with(String name, Check check) {
      byName.put(name, check);
      return this;
    }

    void over(List<String> hosts) {
      StringBuilder label = new StringBuilder();
      for (String host : hosts) {
        byName.forEach(
            (name, check) -> {
              label.setLength(0);
              label.append(host + name);
              String text = label.toString();
              checks.go(() -> report.line(new StringBuilder(text), check.run(host)));
            });
      }
      checks.await();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          LinesReport report = new LinesReport();
          new Sweep(report)
              .with("ping", host -> "alive")
              .with("disk", host -> host.length() + " % used")
              .over(List.of("a.example"));
          System.out.println(report.count());
        });
  }
}
