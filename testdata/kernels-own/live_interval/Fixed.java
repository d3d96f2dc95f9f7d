package live_interval;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.Map;

/**
 * What a component is configured by is locked where it is changed through the components' table;
 * the component's own loop reads its copy as it goes.
 */
public final class Fixed {

  record Options(int batch, String target) {}

  interface Reconfigurable {
    void reconfigure(Options options);
  }

  static final class Shipper implements Reconfigurable {
    private final ReceiveChan<String> lines;
    private Options options;
    private int shipped;

    Shipper(ReceiveChan<String> lines, Options options) {
      this.lines = lines;
      this.options = options;
    }

    void run() {
      for (String line : lines) {
        Options now = current();
        if (line.length() > now.batch()) {
          System.out.println("to " + now.target());
        }
        shipped++;
      }
    }

    private synchronized Options current() {
      return options;
    }

    @Override
    public synchronized void reconfigure(Options changed) {
      options = changed;
    }
  }

  static final class Components {
    private final Mutex mu = new Mutex();
    private final Map<String, Reconfigurable> byName = new HashMap<>();

    void add(String name, Reconfigurable component) {
      mu.lock();
      try {
        byName.put(name, component);
      } finally {
        mu.unlock();
      }
    }

    boolean reload(Map<String, Options> settings) {
      mu.lock();
      try {
        settings.forEach(
            (name, options) -> {
              Reconfigurable component = byName.get(name);
              if (component != null) {
                component.reconfigure(options);
              }
            });
        return byName.keySet().containsAll(settings.keySet());
      } finally {
        mu.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<String> lines = Chan.make();
          Components components = new Components();
          Shipper shipper = new Shipper(lines, new Options(1, "local"));
          components.add("shipper", shipper);
          components.add("clock", options -> System.out.println("every " + options.batch()));
          WaitGroup running = new WaitGroup();
          running.go(shipper::run);
          lines.send("first line");
          System.out.println(components.reload(Map.of("shipper", new Options(3, "remote"))));
          lines.close();
          running.await();
          System.out.println(shipper.shipped);
        });
  }
}
