package poll_done;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Unit;

/** Waits for a job by looking at a plain flag. */
public final class Fixed {

  static final class Job implements Runnable {
    private final Chan<Unit> finished = Chan.make();
    private int result;

    @Override
    public void run() {
      result = 42;
      finished.close();
    }

    int await() {
      finished.receive();
      return result;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Job job = new Job();
          Thread.ofVirtual().start(job);
          System.out.println(job.await());
        });
  }
}
