// fault: deadlock
package wal_commit;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Task;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/**
 * An append asks the syncer for a sync while it has the log; the syncer needs the log to see how
 * far it goes.
 */
public final class Buggy {

  static final class Log {
    private final List<String> records = new ArrayList<>();
    private final Chan<Chan<Integer>> syncs = Chan.make();

    synchronized int append(String record) {
      records.add(record);
      return sync();
    }

    private int sync() {
      Chan<Integer> done = Chan.make(1);
      syncs.send(done); // want deadlock-block-under-lock, deadlock-cyclic-wait
      return done.receiveOr(0); // want deadlock-block-under-lock, deadlock-cyclic-wait
    }

    synchronized int end() { // want deadlock-block-under-lock, deadlock-cyclic-wait
      return records.size();
    }
  }

  static final class Syncer implements Task {
    private final Log log;
    private int synced;

    Syncer(Log log) {
      this.log = log;
    }

    @Override
    public void run() {
      for (Chan<Integer> done : log.syncs) {
        synced = log.end(); // want deadlock-block-under-lock, deadlock-cyclic-wait
        done.send(synced);
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Log log = new Log();
          WaitGroup syncers = new WaitGroup();
          syncers.go(new Syncer(log));
          System.out.println(log.append("begin"));
          System.out.println(log.append("commit"));
          log.syncs.close();
          syncers.await();
        });
  }
}
