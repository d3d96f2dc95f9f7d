package rules.raceinconsistentguard;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;

/** A method that is synchronized is overridden by one that is not. */
public final class ForgottenInSubclass {

  static class Tally {
    protected int total;

    synchronized void add(String item) {
      total++;
    }

    synchronized int total() {
      return total;
    }
  }

  static final class WeightedTally extends Tally {
    @Override
    void add(String item) {
      total += item.length(); // want race-inconsistent-guard confirmed
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          List<Tally> tallies = List.of(new Tally(), new WeightedTally());
          WaitGroup clerks = new WaitGroup();
          clerks.go(() -> tallies.forEach(tally -> tally.add("apple")));
          for (Tally tally : tallies) {
            System.out.println(tally.total());
          }
          clerks.await();
        });
  }
}
