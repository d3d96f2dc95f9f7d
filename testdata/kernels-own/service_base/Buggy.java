// fault: panic, race
package service_base;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** A base of services, each of which has a loop that handles what comes in. */
public final class Buggy {

  abstract static class Service<T> implements AutoCloseable {
    final Chan<T> inbox = Chan.make(1);
    private final Chan<Unit> quit = Chan.make();
    private final WaitGroup loops = new WaitGroup();

    Service() {
      loops.go(this::loop); // want race-early-publish
    }

    private void loop() {
      onStart();
      boolean running = true;
      while (running) {
        running =
            select(
                onReceive(inbox)
                    .map(
                        message -> {
                          handle(message);
                          return true;
                        }),
                onReceive(quit).as(false));
      }
    }

    void onStart() {}

    abstract void handle(T message);

    @Override
    public void close() {
      quit.close();
      loops.await();
    }
  }

  static final class Announcer extends Service<String> {
    private List<String> known = new ArrayList<>(); // want race-early-publish, race-unguarded

    @Override
    void onStart() {
      handle("self");
    }

    @Override
    void handle(String member) {
      if (!known.contains(member)) { // want race-early-publish, race-unguarded
        known.add(member);
      }
    }

    List<String> members() {
      return List.copyOf(known);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Announcer announcer = new Announcer();
          try (announcer) {
            announcer.inbox.send("peer-1");
          }
          System.out.println(announcer.members());
        });
  }
}
