import static dev.chanlint.runtime.Go.go;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** Two goroutines that take turns on two channels. */
public final class PingPong {

  private PingPong() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> ping = Chan.make();
          Chan<Integer> pong = Chan.make();
          go(
              () -> {
                for (int ball : ping) {
                  pong.send(ball + 1);
                }
                pong.close();
              });
          int ball = 0;
          for (int i = 0; i < 3; i++) {
            ping.send(ball);
            ball = pong.receive();
          }
          ping.close();
          pong.receive();
          System.out.println(ball);
        });
  }
}
