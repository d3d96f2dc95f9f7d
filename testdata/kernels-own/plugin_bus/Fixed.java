package plugin_bus;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/**
 * A plugin puts itself on the bus in its base class's constructor, before its own fields are set.
 */
public final class Fixed {

  static final class Bus {
    private final Chan<Plugin> joined = Chan.make(1);
    private final WaitGroup greeter = new WaitGroup();

    Bus() {
      greeter.go(() -> joined.receive().greet());
    }
  }

  abstract static class Plugin {
    private final Bus bus;

    Plugin(Bus bus) {
      this.bus = bus;
    }

    Plugin join() {
      bus.joined.send(this);
      return this;
    }

    abstract void greet();
  }

  static final class Named extends Plugin {
    private String name;
    private int greetings;

    Named(Bus bus, String name) {
      super(bus);
      this.name = name;
    }

    @Override
    void greet() {
      greetings += name.length();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Bus bus = new Bus();
          Plugin plugin = new Named(bus, "auth");
          plugin.join();
          bus.greeter.await();
          System.out.println(plugin != null);
        });
  }
}
