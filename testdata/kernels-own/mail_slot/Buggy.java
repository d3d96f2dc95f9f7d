// fault: deadlock
package mail_slot;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Letters are taken out of a box one by one under a lock, so that they stay in order; who puts one
 * in takes the lock as well, to count it.
 */
public final class Buggy {

  static final class MailBox {
    private final ReentrantLock lock = new ReentrantLock();
    private final BlockingQueue<String> letters = new LinkedBlockingQueue<>();
    private int delivered;

    void put(String letter) throws InterruptedException {
      lock.lock(); // want deadlock-block-under-lock, deadlock-cyclic-wait
      try {
        delivered++;
        letters.put(letter);
      } finally {
        lock.unlock();
      }
    }

    String take() throws InterruptedException {
      lock.lock();
      try {
        String letter = letters.take(); // want deadlock-block-under-lock, deadlock-cyclic-wait
        return delivered + ": " + letter;
      } finally {
        lock.unlock();
      }
    }
  }

  record Postman(MailBox box, String letter) {
    void walk() throws InterruptedException {
      box.put(letter);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          MailBox box = new MailBox();
          WaitGroup round = new WaitGroup();
          round.go(new Postman(box, "hello")::walk);
          System.out.println(box.take());
          round.await();
        });
  }
}
