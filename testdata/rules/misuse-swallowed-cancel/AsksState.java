import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/** An interruption is answered by a look at the state that tells whether to stop. */
final class AsksState {

  private static final int STOPPED = 2;
  private static final AtomicIntegerFieldUpdater<AsksState> STATE =
      AtomicIntegerFieldUpdater.newUpdater(AsksState.class, "state");

  private volatile int state;

  public static void main(String[] args) {
    System.out.println(new AsksState().ticks());
  }

  private boolean ticks() {
    for (int i = 0; i < 3; i++) {
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        if (STATE.get(this) == STOPPED) {
          return false;
        }
      }
    }
    return true;
  }
}
