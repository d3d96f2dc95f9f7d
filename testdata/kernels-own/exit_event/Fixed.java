package exit_event;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** An exit event is sent first and completed afterwards. */
public final class Fixed {

  static final class ExitEvent {
    final String container;
    int code = -1;

    ExitEvent(String container) {
      this.container = container;
    }

    ExitEvent withCode(int newCode) {
      code = newCode;
      return this;
    }
  }

  static final class Monitor {
    private final Chan<ExitEvent> exits = Chan.make(1);

    void exited(String container, int code) {
      ExitEvent event = new ExitEvent(container);
      exits.send(event.withCode(code));
      exits.close();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Monitor monitor = new Monitor();
          Go.go(() -> monitor.exited("web", 137));
          for (ExitEvent event : monitor.exits) {
            System.out.println(event.container + event.code);
          }
        });
  }
}
