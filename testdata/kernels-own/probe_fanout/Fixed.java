package probe_fanout;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Probes of all endpoints run at once, each on a runner; the report ends once all have been heard.
 */
public final class Fixed {

  @FunctionalInterface
  interface Probe {
    boolean healthy();
  }

  interface Runner {
    void start(Runnable body);
  }

  static final class TrackedRunner implements Runner {
    private final WaitGroup tracked;

    TrackedRunner(WaitGroup tracked) {
      this.tracked = tracked;
    }

    @Override
    public void start(Runnable body) {
      tracked.add(1);
      Go.go(() -> track(body));
    }

    private void track(Runnable body) {
      try {
        body.run();
      } finally {
        tracked.done();
      }
    }
  }

  static final class Checker {
    private final Map<String, Probe> probes = new TreeMap<>();
    private final WaitGroup pending = new WaitGroup();
    private final Runner runner = new TrackedRunner(pending);

    Checker with(String name, Probe probe) {
      probes.put(name, probe);
      return this;
    }

    List<String> sick() {
      Chan<String> sick = Chan.make(probes.size());
      probes.forEach(
          (name, probe) ->
              runner.start(
                  () -> {
                    if (!probe.healthy()) {
                      sick.send(name);
                    }
                  }));
      pending.await();
      sick.close();
      List<String> names = new ArrayList<>();
      sick.forEach(names::add);
      return names;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Checker checker = new Checker().with("disk", () -> true).with("net", () -> false);
          System.out.println("sick: " + checker.sick());
        });
  }
}
