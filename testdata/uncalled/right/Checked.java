package uncalled;

import java.util.concurrent.locks.ReentrantLock;

/** Answers wrong calls with exceptions, as a lock does and of the same kind. */
public class Checked {

  private final ReentrantLock lock = new ReentrantLock();

  public void enter(Checked permit) {
    if (permit != this) {
      throw new IllegalMonitorStateException();
    }
    lock.lock();
  }

  public void leave() {
    if (!lock.isHeldByCurrentThread()) {
      throw new IllegalMonitorStateException("not entered");
    }
    lock.unlock();
  }
}
