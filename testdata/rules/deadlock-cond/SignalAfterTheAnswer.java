package rules.deadlockcond;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Cond;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;

/** The signal comes after the answer, and the answer after the signal. */
public final class SignalAfterTheAnswer {

  private final Mutex lock = new Mutex();
  private final Cond changed = new Cond(lock);
  private final Chan<Integer> answers = Chan.make();
  private boolean open;

  public static void main(String[] args) {
    Go.run(
        () -> {
          SignalAfterTheAnswer gate = new SignalAfterTheAnswer();
          Go.go(gate::answer);
          gate.answers.receive();
          gate.open();
        });
  }

  private void open() {
    lock.lock();
    open = true;
    changed.signal();
    lock.unlock();
  }

  private void answer() {
    lock.lock();
    while (!open) {
      changed.await(); // want deadlock-cond
    }
    lock.unlock();
    answers.send(1);
  }
}
