package istio_16224;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** A monitor that hands configuration events to the handlers registered with it. */
public final class Fixed {

  record ConfigEvent(String key) {}

  interface Handler {
    void handle(ConfigEvent event);
  }

  interface ConfigStoreMonitor {
    void run(ReceiveChan<Unit> stop);

    void appendHandler(Handler handler);

    void scheduleProcessEvent(ConfigEvent event);
  }

  static final class Monitor implements ConfigStoreMonitor {
    private final Chan<ConfigEvent> eventCh = Chan.make();
    private final List<Handler> handlers = new ArrayList<>();

    @Override
    public void run(ReceiveChan<Unit> stop) {
      boolean running = true;
      while (running) {
        running =
            select(
                onReceive(stop)
                    .then(
                        () -> {
                          shutDown();
                          return false;
                        }),
                onReceive(eventCh)
                    .map(
                        event -> {
                          processConfigEvent(event);
                          return true;
                        }));
      }
    }

    private void shutDown() {
      eventCh.close();
    }

    private void processConfigEvent(ConfigEvent event) {
      for (Handler handler : handlers) {
        handler.handle(event);
      }
    }

    @Override
    public void appendHandler(Handler handler) {
      handlers.add(handler);
    }

    @Override
    public void scheduleProcessEvent(ConfigEvent event) {
      eventCh.send(event);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Unit> done = Chan.make();
          Chan<Unit> stop = Chan.make();
          Mutex lock = new Mutex();
          List<String> seen = new ArrayList<>();

          ConfigStoreMonitor monitor = new Monitor();
          monitor.appendHandler(
              event -> {
                lock.lock();
                seen.add(event.key());
                lock.unlock();
                done.send(Unit.UNIT);
              });
          WaitGroup running = new WaitGroup();
          running.go(() -> monitor.run(stop));
          monitor.scheduleProcessEvent(new ConfigEvent("some-config"));

          lock.lock();
          System.out.println(seen.size() + " events so far");
          lock.unlock();
          done.receive();
          stop.close();
          running.await();
        });
  }
}
