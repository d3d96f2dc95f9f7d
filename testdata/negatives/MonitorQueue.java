import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.LinkedList;

/** The monitor's own wait and notify, in loops, under synchronized methods. */
public final class MonitorQueue {

  /** Where producers and consumers meet. */
  static final class Mailbox<T> {
    private final LinkedList<T> messages = new LinkedList<>();
    private boolean closed;

    synchronized void put(T message) throws InterruptedException {
      while (messages.size() >= 1) {
        wait();
      }
      messages.addLast(message);
      notifyAll();
    }

    synchronized T take() throws InterruptedException {
      while (messages.isEmpty() && !closed) {
        wait();
      }
      T message = messages.pollFirst();
      notifyAll();
      return message;
    }

    synchronized void close() {
      closed = true;
      notifyAll();
    }
  }

  /** Adds up what it gets; read after it has ended. */
  static final class Summer {
    private final Mailbox<Integer> mailbox;
    private int sum;

    Summer(Mailbox<Integer> mailbox) {
      this.mailbox = mailbox;
    }

    void run() throws InterruptedException {
      for (Integer n = mailbox.take(); n != null; n = mailbox.take()) {
        sum += n;
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Mailbox<Integer> mailbox = new Mailbox<>();
          Summer summer = new Summer(mailbox);
          WaitGroup running = new WaitGroup();
          running.go(summer::run);
          mailbox.put(2);
          mailbox.put(3);
          mailbox.close();
          running.await();
          System.out.println(summer.sum);
        });
  }
}
