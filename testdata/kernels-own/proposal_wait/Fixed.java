package proposal_wait;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** A proposal's result is handed over, by its id, to the one who waits for it. */
public final class Fixed {

  record Entry(long id, String command) {}

  record Result(long id, String value) {}

  interface StateMachine {
    String apply(String command);
  }

  static final class Waits {
    private final Mutex mu = new Mutex();
    private final Map<Long, Chan<Result>> waiting = new HashMap<>();

    Chan<Result> register(long id) {
      mu.lock();
      try {
        return waiting.computeIfAbsent(id, key -> Chan.make(1));
      } finally {
        mu.unlock();
      }
    }

    void trigger(long id, Result result) {
      mu.lock();
      Chan<Result> out = waiting.remove(id);
      mu.unlock();
      if (out != null) {
        out.send(result);
      }
    }
  }

  static final class Pipeline {
    private final Chan<Entry> proposals = Chan.make();
    private final Waits waits = new Waits();
    private final AtomicLong ids = new AtomicLong();
    private final StateMachine machine;

    Pipeline(StateMachine machine) {
      this.machine = machine;
    }

    void run() {
      for (Entry entry : proposals) {
        commit(entry);
      }
    }

    private void commit(Entry entry) {
      String value = machine.apply(entry.command());
      waits.trigger(entry.id(), new Result(entry.id(), value));
    }

    Result propose(String command) {
      long id = ids.incrementAndGet();
      Chan<Result> done = waits.register(id);
      proposals.send(new Entry(id, command));
      return done.receive();
    }

    void stop() {
      proposals.close();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Map<String, Integer> applied = new HashMap<>();
          Pipeline pipeline =
              new Pipeline(command -> command + applied.merge(command, 1, Integer::sum));
          WaitGroup loops = new WaitGroup();
          loops.go(pipeline::run);
          for (String command : List.of("put", "delete")) {
            System.out.println(pipeline.propose(command).value());
          }
          pipeline.stop();
          loops.await();
        });
  }
}
