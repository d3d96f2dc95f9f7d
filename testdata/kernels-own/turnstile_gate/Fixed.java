package turnstile_gate;

import dev.chanlint.runtime.Cond;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;

/** A gate that opens once; visitors wait for it. */
public final class Fixed {

  static final class Gate {
    private final Mutex lock = new Mutex();
    private final Cond opened = new Cond(lock);
    private boolean open;

    void pass() {
      lock.lock();
      while (!open) {
        opened.await();
      }
      lock.unlock();
    }

    private boolean isOpen() {
      lock.lock();
      try {
        return open;
      } finally {
        lock.unlock();
      }
    }

    void open() {
      lock.lock();
      open = true;
      opened.broadcast();
      lock.unlock();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Gate gate = new Gate();
          Go.go(gate::open);
          gate.pass();
          System.out.println(gate.isOpen());
        });
  }
}
