// fault: deadlock
package pool_waiters;

import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.onTimeout;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** A pool of connections in which who finds none waits for one that comes back. */
public final class Buggy {

  record Conn(int id) {}

  static final class Request {
    private final Chan<Conn> answer = Chan.make();
  }

  static final class Pool {
    private static final Duration PATIENCE = Duration.ofMillis(1);
    private final Mutex mu = new Mutex();
    private final Deque<Conn> idle = new ArrayDeque<>();
    private final Deque<Request> waiting = new ArrayDeque<>();

    Pool(int size) {
      for (int id = 0; id < size; id++) {
        idle.push(new Conn(id));
      }
    }

    Optional<Conn> take() {
      mu.lock();
      if (!idle.isEmpty()) {
        Conn conn = idle.pop();
        mu.unlock();
        return Optional.of(conn);
      }
      Request request = new Request();
      waiting.add(request);
      mu.unlock();
      return select(
          onReceive(request.answer).map(Optional::of),
          onTimeout(PATIENCE).then(() -> withdraw(request)));
    }

    private Optional<Conn> withdraw(Request request) {
      mu.lock(); // want deadlock-block-under-lock, deadlock-cyclic-wait
      try {
        if (waiting.remove(request)) {
          return Optional.empty();
        }
        return Optional.empty();
      } finally {
        mu.unlock();
      }
    }

    void put(Conn conn) {
      mu.lock();
      try {
        handOver(conn);
      } finally {
        mu.unlock();
      }
    }

    private void handOver(Conn conn) {
      Request next = waiting.poll();
      if (next == null) {
        idle.push(conn);
      } else {
        next.answer.send(conn); // want deadlock-block-under-lock, deadlock-cyclic-wait, leak-send
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Pool pool = new Pool(1);
          Conn held = pool.take().orElseThrow();
          WaitGroup clients = new WaitGroup();
          clients.go(() -> pool.take().ifPresent(pool::put));
          pool.put(held);
          clients.await();
        });
  }
}
