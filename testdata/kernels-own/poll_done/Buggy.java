// fault: race
package poll_done;

import dev.chanlint.runtime.Go;

/** Waits for a job by looking at a plain flag. */
public final class Buggy {

  static final class Job implements Runnable {
    private boolean finished;
    private int result;

    @Override
    public void run() {
      result = 42; // want race-unguarded
      finished = true; // want race-unguarded, misuse-spin
    }

    int await() {
      while (!finished) { // want race-unguarded, misuse-spin
        Go.gosched();
      }
      return result; // want race-unguarded
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
