import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Loops on compare-and-set, an election, and a spin lock that lets others go first. */
public final class CompareAndSetLoop {

  record Score(int wins, int losses) {
    Score won() {
      return new Score(wins + 1, losses);
    }

    Score lost() {
      return new Score(wins, losses + 1);
    }
  }

  /** Immutable values, replaced atomically. */
  static final class Cell<T> {
    private final AtomicReference<T> current;

    Cell(T initial) {
      current = new AtomicReference<>(initial);
    }

    T update(UnaryOperator<T> change) {
      while (true) {
        T before = current.get();
        T after = change.apply(before);
        if (current.compareAndSet(before, after)) {
          return after;
        }
      }
    }
  }

  /** A lock for a few instructions. */
  static final class SpinLock {
    private final AtomicBoolean taken = new AtomicBoolean();
    private int entries;

    void enter() {
      while (!taken.compareAndSet(false, true)) {
        Go.gosched();
      }
      entries++;
      taken.set(false);
    }
  }

  private final Cell<Score> score = new Cell<>(new Score(0, 0));
  private final AtomicBoolean elected = new AtomicBoolean();
  private final SpinLock lock = new SpinLock();

  private void play() {
    boolean leader = elected.compareAndSet(false, true);
    score.update(leader ? Score::won : Score::lost);
    lock.enter();
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          CompareAndSetLoop game = new CompareAndSetLoop();
          WaitGroup players = new WaitGroup();
          players.go(game::play);
          players.go(game::play);
          players.await();
          System.out.println(game.score.current.get() + " " + game.lock.entries);
        });
  }
}
