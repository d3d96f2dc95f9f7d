// fault: deadlock
package alert_subscribers;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** Receivers subscribe to alerts; the list of them is copied with each change. */
public final class Buggy {

  record Alert(String name, int severity) {}

  static final class Receiver {
    private final Chan<Alert> inbox = Chan.make(1);
    private final String team;

    Receiver(String team) {
      this.team = team;
    }

    String page() {
      Alert alert = inbox.receiveOr(new Alert("none", 0)); // want leak-receive
      return team + " got " + alert.name();
    }
  }

  static final class Router {
    private volatile List<Receiver> receivers = List.of();

    void subscribe(Receiver receiver) {
      List<Receiver> next =
          new ArrayList<>(receivers); // want race-mixed-atomic, race-check-then-act
      next.add(receiver);
      receivers = List.copyOf(next); // want race-mixed-atomic, race-check-then-act
    }

    void dispatch(Alert alert) {
      receivers.forEach(receiver -> receiver.inbox.send(alert));
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Router router = new Router();
          List<Receiver> teams = List.of(new Receiver("storage"), new Receiver("network"));
          WaitGroup joining = new WaitGroup();
          for (Receiver team : teams) {
            joining.go(() -> router.subscribe(team));
          }
          joining.await();
          router.dispatch(new Alert("disk full", 2));
          for (Receiver team : teams) {
            System.out.println(team.page());
          }
        });
  }
}
