package event_loop;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.ArrayDeque;
import java.util.Deque;

/** A loop of events whose handlers may post further events to the same bounded queue. */
public final class Fixed {

  interface Handler {
    void handle(int event, Loop loop);
  }

  static final class Loop {
    private final Chan<Integer> queue = Chan.make(1);
    private final Deque<Integer> deferred = new ArrayDeque<>();
    private final Handler handler;

    Loop(Handler handler) {
      this.handler = handler;
    }

    void post(int event) {
      deferred.add(event);
    }

    void run(int events) {
      for (int i = 0; i < events; i++) {
        int event = deferred.isEmpty() ? queue.receive() : deferred.poll();
        handler.handle(event, this);
      }
    }
  }

  private static void split(int event, Loop loop) {
    if (event > 1) {
      loop.post(event / 2);
      loop.post(event / 2);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Loop loop = new Loop(Fixed::split);
          loop.queue.send(2);
          loop.run(3);
          System.out.println("empty");
        });
  }
}
