package peer_name;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** A peer whose state is under a lock; its name in messages tells its state too. */
public final class Fixed {

  enum State {
    IDLE,
    CONNECTED,
    GONE
  }

  static final class Peer {
    private final Mutex mu = new Mutex();
    private final String id;
    private final List<String> log = new ArrayList<>();
    private State state = State.IDLE;

    Peer(String id) {
      this.id = id;
    }

    void moveTo(State next) {
      mu.lock();
      try {
        if (state == State.GONE) {
          return;
        }
        state = next;
        log.add("now: " + id + ":" + state);
      } finally {
        mu.unlock();
      }
    }

    @Override
    public String toString() {
      mu.lock();
      try {
        return id + ":" + state;
      } finally {
        mu.unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Peer peer = new Peer("n1");
          WaitGroup moves = new WaitGroup();
          moves.go(() -> peer.moveTo(State.CONNECTED));
          moves.go(() -> peer.moveTo(State.GONE));
          moves.await();
          System.out.println(peer);
        });
  }
}
