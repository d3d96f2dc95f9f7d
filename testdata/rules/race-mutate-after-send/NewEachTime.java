package rules.racemutateaftersend;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/** Changed before it is sent, and after it came back. */
public final class NewEachTime {

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<int[]> there = Chan.make();
          Chan<int[]> back = Chan.make();
          WaitGroup partner = new WaitGroup();
          partner.go(
              () -> {
                for (int[] ball : there) {
                  ball[0]++;
                  back.send(ball);
                }
              });
          for (int i = 0; i < 2; i++) {
            int[] ball = new int[1];
            ball[0] = i;
            there.send(ball);
            int[] returned = back.receive();
            if (returned != null) {
              returned[0]++;
            }
          }
          there.close();
          partner.await();
        });
  }
}
