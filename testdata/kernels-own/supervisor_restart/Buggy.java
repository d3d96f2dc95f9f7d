// fault: deadlock
package supervisor_restart;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** A supervisor that restarts what it supervises when that tells of a failure. */
public final class Buggy {

  interface FailureListener {
    void failed(Process process, String reason);
  }

  abstract static class Process {
    private final List<FailureListener> listeners = new ArrayList<>();
    private final WaitGroup loop = new WaitGroup();
    private Chan<Unit> quit = Chan.make();
    final Chan<Integer> input = Chan.make(1);

    void addListener(FailureListener listener) {
      listeners.add(listener);
    }

    void start() {
      Chan<Unit> quitNow = quit;
      loop.go(() -> run(quitNow));
    }

    private void run(Chan<Unit> quitNow) {
      boolean running = true;
      while (running) {
        running = select(onReceive(quitNow).as(false), onReceive(input).map(value -> step(value)));
      }
    }

    private boolean step(int value) {
      String reason = handle(value);
      if (reason == null) {
        return true;
      }
      for (FailureListener listener : listeners) {
        listener.failed(this, reason);
      }
      return true;
    }

    /** What went wrong, or null. */
    abstract String handle(int value);

    void stop() {
      quit.close();
      loop.await(); // want deadlock-self-join, deadlock-waitgroup
    }

    void restart() {
      stop();
      quit = Chan.make();
      start();
    }
  }

  static final class Consumer extends Process {
    @Override
    String handle(int value) {
      return value < 0 ? "negative" : null;
    }
  }

  static final class Supervisor implements FailureListener {
    private final Chan<Process> dead = Chan.make(1);

    @Override
    public void failed(Process process, String reason) {
      process.restart();
      dead.send(process);
    }

    void superviseOnce() {
      Process process = dead.receive();
      System.out.println("restarted " + process.getClass().getSimpleName());
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Supervisor supervisor = new Supervisor();
          Process consumer = new Consumer();
          consumer.addListener(supervisor);
          consumer.start();
          consumer.input.send(-1);
          supervisor.superviseOnce();
          consumer.stop();
        });
  }
}
