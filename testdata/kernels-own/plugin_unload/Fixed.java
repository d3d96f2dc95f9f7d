package plugin_unload;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.Map;

/** A host that loads plugins and, when it unloads one, waits until its work is done. */
public final class Fixed {

  abstract static class Plugin {
    private final WaitGroup jobs = new WaitGroup();

    abstract void handle(String request);

    void submit(String request) {
      jobs.go(() -> handle(request));
    }

    void quiesce() {
      jobs.await();
    }
  }

  static final class Host {
    private final Mutex mu = new Mutex();
    private final Map<String, Plugin> plugins = new HashMap<>();
    private final Map<String, String> settings = new HashMap<>();

    void load(String name, Plugin plugin) {
      mu.lock();
      plugins.put(name, plugin);
      settings.put(name, "on");
      mu.unlock();
    }

    String setting(String name) {
      mu.lock();
      try {
        return settings.getOrDefault(name, "off");
      } finally {
        mu.unlock();
      }
    }

    void unload(String name) {
      Plugin plugin;
      mu.lock();
      try {
        plugin = plugins.remove(name);
      } finally {
        mu.unlock();
      }
      if (plugin != null) {
        plugin.quiesce();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Host host = new Host();
          Plugin geo =
              new Plugin() {
                @Override
                void handle(String request) {
                  System.out.println(request.length() + host.setting("geo"));
                }
              };
          host.load("geo", geo);
          geo.submit("locate");
          host.unload("geo");
        });
  }
}
