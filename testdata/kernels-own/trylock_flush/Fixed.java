package trylock_flush;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Flushes a buffer unless somebody else is at it. */
public final class Fixed {

  static class Buffer {
    protected final ReentrantLock lock = new ReentrantLock();
    private final List<String> lines = new ArrayList<>();

    void write(String line) {
      lock.lock();
      try {
        lines.add(line);
      } finally {
        lock.unlock();
      }
    }

    protected int drain() {
      int size = lines.size();
      lines.clear();
      return size;
    }
  }

  static final class FlushingBuffer extends Buffer {
    int tryFlush() {
      if (!lock.tryLock()) {
        return 0;
      }
      try {
        return drain();
      } finally {
        lock.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          FlushingBuffer buffer = new FlushingBuffer();
          WaitGroup tasks = new WaitGroup();
          tasks.go(() -> buffer.write("a"));
          tasks.go(() -> System.out.println(buffer.tryFlush() < 2));
          tasks.await();
        });
  }
}
