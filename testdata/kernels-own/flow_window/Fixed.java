package flow_window;

import dev.chanlint.runtime.Cond;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;

/**
 * Writers that wait for room in the window and a closer that waits for it to be all free share one
 * condition; one signal may wake the wrong one.
 */
public final class Fixed {

  static final class Window {
    private final Mutex mu = new Mutex();
    private final Cond changed = new Cond(mu);
    private final int size;
    private int used;

    Window(int size) {
      this.size = size;
      used = size;
    }

    void take() {
      mu.lock();
      while (used == size) {
        changed.await();
      }
      used++;
      mu.unlock();
    }

    void release() {
      mu.lock();
      used--;
      changed.broadcast();
      mu.unlock();
    }

    void drain() {
      mu.lock();
      while (used > 0) {
        changed.await();
      }
      mu.unlock();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Window window = new Window(1);
          WaitGroup frames = new WaitGroup();
          frames.go(
              () -> {
                window.take();
                window.release();
              });
          frames.go(window::release);
          window.drain();
          frames.await();
        });
  }
}
