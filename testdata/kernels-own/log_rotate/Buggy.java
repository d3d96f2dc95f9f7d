// fault: panic
package log_rotate;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;

/**
 * Lines go to the current file's channel; rotating opens a new one and closes the old, which
 * somebody may have just looked up.
 */
public final class Buggy {

  static final class LogFile {
    private final Chan<String> lines = Chan.make(4);
    private final int generation;

    LogFile(int generation) {
      this.generation = generation;
    }
  }

  static final class RotatingLog {
    private final Mutex mu = new Mutex();
    private LogFile current = new LogFile(1);

    private LogFile current() {
      mu.lock();
      try {
        return current;
      } finally {
        mu.unlock();
      }
    }

    void write(String line) {
      current().lines.send(line); // want close-before-send
    }

    LogFile rotate() {
      LogFile full;
      mu.lock();
      try {
        full = current;
        current = new LogFile(full.generation + 1);
      } finally {
        mu.unlock();
      }
      full.lines.close(); // want close-before-send
      return full;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          RotatingLog log = new RotatingLog();
          WaitGroup writers = new WaitGroup();
          writers.go(() -> log.write("started"));
          LogFile full = log.rotate();
          for (String line : full.lines) {
            System.out.println(full.generation + " " + line);
          }
          writers.await();
          System.out.println(log.current().generation);
        });
  }
}
