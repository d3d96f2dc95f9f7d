import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What leaves the lock is a copy, an immutable value, or an object with a lock of its own. */
public final class DefensiveCopies {

  record Entry(String name, int score) {}

  /** Has its own lock. */
  static final class Player {
    private final Mutex mutex = new Mutex();
    private final String name;
    private int score;

    Player(String name) {
      this.name = name;
    }

    void win() {
      mutex.lock();
      try {
        score++;
      } finally {
        mutex.unlock();
      }
    }

    Entry entry() {
      mutex.lock();
      try {
        return new Entry(name, score);
      } finally {
        mutex.unlock();
      }
    }
  }

  private final Mutex mutex = new Mutex();
  private final List<Player> players = new ArrayList<>();

  Player join(String name) {
    Player player = new Player(name);
    mutex.lock();
    try {
      players.add(player);
    } finally {
      mutex.unlock();
    }
    return player;
  }

  Player first() {
    mutex.lock();
    try {
      return players.getFirst();
    } finally {
      mutex.unlock();
    }
  }

  List<Player> players() {
    mutex.lock();
    try {
      return Collections.unmodifiableList(new ArrayList<>(players));
    } finally {
      mutex.unlock();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          DefensiveCopies game = new DefensiveCopies();
          game.join("ann");
          WaitGroup rounds = new WaitGroup();
          rounds.go(() -> game.first().win());
          rounds.go(() -> game.join("bob"));
          int total = 0;
          for (Player player : game.players()) {
            total += player.entry().score();
          }
          rounds.await();
          System.out.println(total <= game.first().entry().score());
        });
  }
}
