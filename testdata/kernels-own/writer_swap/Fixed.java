package writer_swap;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A log's writer can be taken away at any time. Each access is atomic, but who has just been told
 * that there is a writer finds none when it asks for it.
 */
public final class Fixed {

  interface LineWriter {
    void write(String line);

    void flush();
  }

  static final class MemoryWriter implements LineWriter {
    private final CopyOnWriteArrayList<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void write(String line) {
      lines.add(line);
    }

    @Override
    public void flush() {
      System.out.println(lines.size() + " lines");
    }
  }

  static final class Log {
    private final AtomicReference<LineWriter> writer = new AtomicReference<>();

    Log(LineWriter first) {
      writer.set(first);
    }

    private boolean isOpen() {
      return writer.get() != null;
    }

    void print(String line) {
      LineWriter current = writer.get();
      if (current != null) {
        current.write(line);
      }
    }

    void close() {
      LineWriter last = writer.getAndSet(null);
      if (last != null) {
        last.flush();
      }
    }
  }

  record Component(String name, Log log) {
    void report(int value) {
      log.print(name + "=" + value);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Log log = new Log(new MemoryWriter());
          Component disk = new Component("disk", log);
          WaitGroup reports = new WaitGroup();
          reports.go(() -> disk.report(7));
          log.close();
          reports.await();
        });
  }
}
