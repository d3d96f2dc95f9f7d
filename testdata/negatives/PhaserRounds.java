import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.concurrent.Phaser;

/** Two phases that a phaser keeps apart: all writes come before all reads. */
public final class PhaserRounds {

  private final Phaser phaser;
  private final int[] drafts;
  private final int[] reviews;

  PhaserRounds(int authors) {
    phaser = new Phaser(authors);
    drafts = new int[authors];
    reviews = new int[authors];
  }

  private void author(int self) {
    write(self);
    phaser.arriveAndAwaitAdvance();
    review(self);
    phaser.arriveAndDeregister();
  }

  private void write(int self) {
    drafts[self] = 10 + self;
  }

  private void review(int self) {
    int other = (self + 1) % drafts.length;
    reviews[other] = drafts[other] * 2;
  }

  private int total() {
    int total = 0;
    for (int review : reviews) {
      total += review;
    }
    return total;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          PhaserRounds rounds = new PhaserRounds(2);
          WaitGroup authors = new WaitGroup();
          for (int i = 0; i < 2; i++) {
            int self = i;
            authors.go(() -> rounds.author(self));
          }
          authors.await();
          System.out.println(rounds.total());
        });
  }
}
