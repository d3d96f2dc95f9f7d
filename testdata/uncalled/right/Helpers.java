package uncalled;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.Semaphore;

/** Each method does its half, the caller calls the other half before or after. */
public class Helpers {

  private static final Mutex SHARED = new Mutex();
  private static final Chan<Boolean> TOKENS = Chan.make(1);

  private final Mutex lock = new Mutex();
  private final RWMutex state = new RWMutex();
  private final WaitGroup tasks = new WaitGroup();
  private final Semaphore permits = new Semaphore(0);

  public void acquire() {
    lock.lock();
  }

  public void release() {
    lock.unlock();
  }

  public void endRead() {
    state.rUnlock();
  }

  public void begin() {
    tasks.add(1);
  }

  public void end() {
    tasks.done();
  }

  public void awaitAll() {
    tasks.await();
  }

  public void enter() throws InterruptedException {
    permits.acquire();
  }

  public void leave() {
    permits.release();
  }

  public static void share() {
    SHARED.lock();
  }

  public static void unshare() {
    SHARED.unlock();
  }

  public static void giveBack() {
    TOKENS.receive();
  }

  public static void take() {
    TOKENS.send(true);
  }
}
