// fault: deadlock
package event_loop;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** A loop of events whose handlers may post further events to the same bounded queue. */
public final class Buggy {

  interface Handler {
    void handle(int event, Loop loop);
  }

  static final class Loop {
    private final Chan<Integer> queue = Chan.make(1);
    private final Handler handler;

    Loop(Handler handler) {
      this.handler = handler;
    }

    void post(int event) {
      queue.send(event); // want deadlock-self-rendezvous, deadlock-cyclic-wait, leak-send
    }

    void run(int events) {
      for (int i = 0; i < events; i++) {
        handler.handle(queue.receive(), this);
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
          Loop loop = new Loop(Buggy::split);
          loop.post(2);
          loop.run(3);
          System.out.println("empty");
        });
  }
}
