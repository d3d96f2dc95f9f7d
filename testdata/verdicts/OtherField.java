import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/** A race at the site, on another variable than the finding's. */
public class OtherField {
  private int guarded;
  private int bare;

  public static void main(String[] args) {
    Go.run(() -> new OtherField().count());
  }

  private void count() {
    WaitGroup both = new WaitGroup();
    both.go(() -> bare++);
    both.go(this::read);
    both.await();
  }

  private void read() {
    // finding race-unguarded: UNDECIDED another fault was met there: race, data race on
    System.out.println(guarded + bare);
  }
}
