package drain_poison;

import dev.chanlint.runtime.Go;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Workers that take tasks from a queue until they meet the one that tells them to stop. */
public final class Fixed {

  sealed interface Work {
    record Index(String document) implements Work {}

    enum Stop implements Work {
      STOP
    }
  }

  static final class Workers {
    private final BlockingQueue<Work> queue = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger indexed = new AtomicInteger();

    Workers(int size) {
      for (int i = 0; i < size; i++) {
        threads.add(Thread.ofVirtual().unstarted(this::loop));
      }
      threads.forEach(Thread::start);
    }

    private void loop() {
      try {
        boolean running = true;
        while (running) {
          running = perform(queue.take());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private boolean perform(Work work) throws InterruptedException {
      return switch (work) {
        case Work.Index index -> {
          indexed.addAndGet(index.document().length());
          yield true;
        }
        case Work.Stop stop -> {
          queue.put(stop);
          yield false;
        }
      };
    }

    int shutDown() throws InterruptedException {
      queue.put(Work.Stop.STOP);
      for (Thread thread : threads) {
        thread.join();
      }
      return indexed.get();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Workers workers = new Workers(2);
          workers.queue.put(new Work.Index("readme"));
          System.out.println(workers.shutDown());
        });
  }
}
