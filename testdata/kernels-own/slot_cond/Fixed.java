package slot_cond;

import dev.chanlint.runtime.Cond;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;

/** Uploads wait for one of two slots; a failed upload forgets to say that its slot is free. */
public final class Fixed {

  static final class Slots {
    private final Mutex mu = new Mutex();
    private final Cond freed = new Cond(mu);
    private int free;

    Slots(int free) {
      this.free = free;
    }

    void acquire() {
      mu.lock();
      while (free == 0) {
        freed.await();
      }
      free--;
      mu.unlock();
    }

    void release(boolean tell) {
      mu.lock();
      try {
        free++;
        if (tell) {
          freed.signal();
        }
      } finally {
        mu.unlock();
      }
    }
  }

  static void upload(Slots slots, int size) {
    slots.acquire();
    boolean done = false;
    try {
      if (size > 5) {
        throw new IllegalArgumentException("too large");
      }
      done = true;
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
    } finally {
      slots.release(true);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Slots slots = new Slots(1);
          WaitGroup uploads = new WaitGroup();
          uploads.go(() -> upload(slots, 9));
          uploads.go(() -> upload(slots, 1));
          uploads.await();
        });
  }
}
