package uncalled;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** Waits for one answer more than there are workers. */
public final class OneTooMany {

  private OneTooMany() {}

  public static int sum(int workers) {
    Chan<Integer> results = Chan.make();
    for (int worker = 0; worker < workers; worker++) {
      int part = worker;
      Go.go(() -> results.send(part));
    }
    int sum = 0;
    for (int worker = 0; worker <= workers; worker++) {
      sum += results.receiveOr(0); // want leak-receive "The caller of OneTooMany.sum" confirmed
    }
    return sum;
  }

  public static int exactSum(int workers) {
    Chan<Integer> results = Chan.make();
    for (int worker = 0; worker < workers; worker++) {
      int part = worker;
      Go.go(() -> results.send(part));
    }
    int sum = 0;
    for (int worker = 0; worker < workers; worker++) {
      sum += results.receiveOr(0);
    }
    return sum;
  }
}
