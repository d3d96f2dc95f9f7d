package token_ring;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Received;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** Stations in a ring hand a token on; none of them brings it in. */
public final class Fixed {

  record Token(int hops) {
    Token next() {
      return new Token(hops + 1);
    }
  }

  static final class Station {
    private final ReceiveChan<Token> left;
    private final SendChan<Token> right;
    private final int rounds;

    Station(ReceiveChan<Token> left, SendChan<Token> right, int rounds) {
      this.left = left;
      this.right = right;
      this.rounds = rounds;
    }

    void run() {
      for (int round = 0; round < rounds; round++) {
        Token token = left.receive();
        if (token == null) {
          return;
        }
        right.send(token.next());
      }
    }
  }

  static final class Ring {
    private final List<Chan<Token>> links = new ArrayList<>();
    private final WaitGroup stations = new WaitGroup();

    Ring(int size) {
      for (int i = 0; i < size; i++) {
        links.add(Chan.make(1));
      }
    }

    int run() {
      for (int i = 0; i < links.size(); i++) {
        Station station = new Station(links.get(i), links.get((i + 1) % links.size()), 1);
        stations.go(station::run);
      }
      links.get(0).send(new Token(0));
      stations.await();
      Received<Token> back = links.get(0).tryReceive();
      return back == null || back.value() == null ? 0 : back.value().hops();
    }
  }

  public static void main(String[] args) {
    Go.run(() -> System.out.println(new Ring(2).run() + " hops"));
  }
}
