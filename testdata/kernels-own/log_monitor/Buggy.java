// fault: deadlock
package log_monitor;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Task;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Lines of a container's output pass through a small buffer, which writers fill and readers empty.
 */
public final class Buggy {

  static final class Buffer<T> {
    private final Deque<T> lines = new ArrayDeque<>();
    private final int limit;

    Buffer(int limit) {
      this.limit = limit;
    }

    synchronized void put(T line) throws InterruptedException {
      while (lines.size() == limit) {
        wait(); // want deadlock-cond
      }
      lines.addLast(line);
      notify(); // want deadlock-cond
    }

    synchronized T take() throws InterruptedException {
      while (lines.isEmpty()) {
        wait(); // want deadlock-cond
      }
      T line = lines.removeFirst();
      notify(); // want deadlock-cond
      return line;
    }
  }

  abstract static class Pump implements Task {
    protected final Buffer<String> buffer;
    private final int rounds;

    Pump(Buffer<String> buffer, int rounds) {
      this.buffer = buffer;
      this.rounds = rounds;
    }

    @Override
    public final void run() throws Exception {
      for (int i = 0; i < rounds; i++) {
        step(i);
      }
    }

    abstract void step(int i) throws Exception;
  }

  static final class Source extends Pump {
    private final String name;

    Source(String name, Buffer<String> buffer) {
      super(buffer, 1);
      this.name = name;
    }

    @Override
    void step(int i) throws Exception {
      buffer.put(name + i);
    }
  }

  static final class Sink extends Pump {
    Sink(Buffer<String> buffer) {
      super(buffer, 1);
    }

    @Override
    void step(int i) throws Exception {
      System.out.println(buffer.take());
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Buffer<String> buffer = new Buffer<>(1);
          WaitGroup pumps = new WaitGroup();
          pumps.go(new Source("out", buffer));
          pumps.go(new Source("err", buffer));
          pumps.go(new Sink(buffer));
          pumps.go(new Sink(buffer));
          pumps.await();
        });
  }
}
