import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;

/** A worker that fails is started again, so often and no more, unless a stop comes first. */
public final class Supervisor {

  /** Something that can fail. */
  interface Worker {
    void work(int attempt) throws Exception;
  }

  /** How an attempt ended. */
  enum Exit {
    DONE,
    FAILED
  }

  private final int mostRestarts;
  private final Worker worker;
  private int attempts;

  Supervisor(int mostRestarts, Worker worker) {
    this.mostRestarts = mostRestarts;
    this.worker = worker;
  }

  private ReceiveChan<Exit> attempt(int number) {
    Chan<Exit> exit = Chan.make(1);
    Go.go(
        () -> {
          try {
            worker.work(number);
            exit.send(Exit.DONE);
          } catch (Exception e) {
            exit.send(Exit.FAILED);
          }
        });
    return exit;
  }

  boolean supervise(ReceiveChan<Unit> stop) {
    for (int number = 0; number <= mostRestarts; number++) {
      attempts++;
      ReceiveChan<Exit> exit = attempt(number);
      Exit how = select(onReceive(exit), onReceive(stop).<Exit>as(Exit.DONE));
      switch (how) {
        case DONE -> {
          return true;
        }
        case FAILED -> System.out.println("attempt " + number + " failed");
      }
    }
    return false;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Unit> stop = Chan.make();
          Supervisor supervisor =
              new Supervisor(
                  2,
                  attempt -> {
                    if (attempt == 0) {
                      throw new IllegalStateException("cold start");
                    }
                  });
          WaitGroup supervision = new WaitGroup();
          supervision.go(() -> supervisor.supervise(stop));
          supervision.await();
          stop.close();
          System.out.println(supervisor.attempts);
        });
  }
}
