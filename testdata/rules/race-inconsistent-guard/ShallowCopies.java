package rules.raceinconsistentguard;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;

/** Copies made under the lock share what they refer to. */
public final class ShallowCopies implements Cloneable {

  private int[] samples = new int[2];

  private synchronized void sample(int value) {
    samples[0] = value;
  }

  private synchronized ShallowCopies copy() {
    try {
      return (ShallowCopies) super.clone();
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }

  private int first() {
    for (int sample : samples) { // want race-inconsistent-guard
      return sample;
    }
    return 0;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          ShallowCopies meter = new ShallowCopies();
          WaitGroup sampling = new WaitGroup();
          sampling.go(() -> meter.sample(3));
          System.out.println(meter.copy().first());
          sampling.await();
        });
  }
}
