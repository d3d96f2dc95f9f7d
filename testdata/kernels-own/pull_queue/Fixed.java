package pull_queue;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A queue of pulls; closing it tells nobody. */
public final class Fixed {

  static final class PullQueue {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition nonEmpty = lock.newCondition();
    private final Queue<String> files = new ArrayDeque<>();
    private boolean closed;

    void push(String file) {
      lock.lock();
      try {
        files.add(file);
        nonEmpty.signal();
      } finally {
        lock.unlock();
      }
    }

    Optional<String> pull() throws InterruptedException {
      lock.lock();
      try {
        while (files.isEmpty() && !closed) {
          nonEmpty.await();
        }
        return Optional.ofNullable(files.poll());
      } finally {
        lock.unlock();
      }
    }

    void close() {
      lock.lock();
      try {
        closed = true;
        nonEmpty.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          PullQueue queue = new PullQueue();
          WaitGroup pullers = new WaitGroup();
          pullers.go(
              () -> {
                while (queue.pull().isPresent()) {
                  Go.gosched();
                }
              });
          queue.push("a");
          queue.close();
          pullers.await();
        });
  }
}
