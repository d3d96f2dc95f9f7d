package kubernetes_81091;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Filters the nodes on which a pod fits, in parallel. */
public final class Fixed {

  interface Plugin {
    String name();
  }

  interface FilterPlugin extends Plugin {
    boolean filter(String node);
  }

  interface Framework {
    boolean runFilterPlugins(String node);
  }

  static final class CountingPlugin implements FilterPlugin {
    private final AtomicInteger numFilterCalled = new AtomicInteger();

    @Override
    public String name() {
      return "counting";
    }

    @Override
    public boolean filter(String node) {
      numFilterCalled.incrementAndGet();
      return true;
    }
  }

  static final class SchedulingFramework implements Framework {
    private final List<FilterPlugin> plugins = new ArrayList<>();

    SchedulingFramework(FilterPlugin plugin) {
      plugins.add(plugin);
    }

    @Override
    public boolean runFilterPlugins(String node) {
      return plugins.stream().allMatch(plugin -> plugin.filter(node));
    }
  }

  static final class Scheduler {
    private static final int WORKERS = 2;

    private final Framework framework;
    private final ConcurrentMap<String, Boolean> fitting = new ConcurrentHashMap<>();

    Scheduler(Framework framework) {
      this.framework = framework;
    }

    void findNodesThatFit(List<String> nodes) {
      parallelize(nodes.size(), piece -> checkNode(nodes.get(piece)));
    }

    private void checkNode(String node) {
      fitting.put(node, framework.runFilterPlugins(node));
    }

    private void parallelize(int pieces, IntConsumer work) {
      Chan<Integer> toProcess = Chan.make(pieces);
      for (int piece = 0; piece < pieces; piece++) {
        toProcess.send(piece);
      }
      toProcess.close();
      WaitGroup workers = new WaitGroup();
      for (int worker = 0; worker < WORKERS; worker++) {
        workers.go(
            () -> {
              for (int piece : toProcess) {
                work.accept(piece);
              }
            });
      }
      workers.await();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          CountingPlugin plugin = new CountingPlugin();
          Scheduler scheduler = new Scheduler(new SchedulingFramework(plugin));
          scheduler.findNodesThatFit(List.of("node-1", "node-2"));
        });
  }
}
