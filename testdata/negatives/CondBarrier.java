import dev.chanlint.runtime.Cond;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;

/** A barrier with generations: a simulation whose goroutines meet after each round. */
public final class CondBarrier {

  private final Mutex mutex = new Mutex();
  private final Cond turned = new Cond(mutex);
  private final int parties;
  private int arrived;
  private int generation;

  CondBarrier(int parties) {
    this.parties = parties;
  }

  void meet() {
    mutex.lock();
    try {
      int mine = generation;
      arrived++;
      if (arrived == parties) {
        arrived = 0;
        generation++;
        turned.broadcast();
        return;
      }
      while (mine == generation) {
        turned.await();
      }
    } finally {
      mutex.unlock();
    }
  }

  /** Cells of which each goroutine writes its own and, after the barrier, reads its neighbour's. */
  static final class Grid {
    private final int[] cells;
    private final int[] next;
    private final CondBarrier barrier;

    Grid(int size) {
      cells = new int[size];
      next = new int[size];
      barrier = new CondBarrier(size);
    }

    void simulate(int self) {
      cells[self] = self + 1;
      barrier.meet();
      int neighbour = cells[(self + 1) % cells.length];
      barrier.meet();
      next[self] = neighbour;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Grid grid = new Grid(2);
          WaitGroup simulation = new WaitGroup();
          for (int i = 0; i < 2; i++) {
            int self = i;
            simulation.go(() -> grid.simulate(self));
          }
          simulation.await();
          System.out.println(grid.next[0] + grid.next[1]);
        });
  }
}
