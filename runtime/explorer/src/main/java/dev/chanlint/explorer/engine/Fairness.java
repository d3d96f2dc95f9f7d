package dev.chanlint.explorer.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sees to it that a goroutine which can always run does run. Without that, a program in which one
 * goroutine waits in a loop for another has endless schedules, which no scheduler of a JVM would
 * make, and which are no livelock of the program.
 *
 * <p>A goroutine that could have run all the while others yielded {@value #MOST_YIELDS} times, or
 * made {@value #MOST_STEPS} steps, is the only one that may make the next.
 */
final class Fairness {

  /**
   * A loop that changes nothing yields once and is then passed over anyway (see {@link
   * Operation#yields}); this is for those that count, log or lock something each time round.
   */
  static final int MOST_YIELDS = 16;

  /** More than any small program makes as a whole, so that only loops come to feel it. */
  static final int MOST_STEPS = 1_000;

  /** The steps, and for each the goroutines that could have taken part. */
  private final List<Transition> made = new ArrayList<>();

  private final List<int[]> offers = new ArrayList<>();
  private int yieldsMade;

  // What the steps come to, as far as they are counted: none is before anybody can starve.
  private int[] lastOffered = new int[8];
  private int[] steps = new int[8];
  private int[] yields = new int[8];
  private int now = 1;
  private boolean leftOut;

  /** What may be done of all that can be done. */
  List<Transition> allowed(List<Transition> possible) {
    if (yieldsMade < MOST_YIELDS && made.size() < MOST_STEPS) {
      return possible;
    }
    while (now <= made.size()) {
      count(made.get(now - 1), offers.get(now - 1));
    }
    int starved = 0;
    for (int i = 0; i < possible.size(); i++) {
      Transition transition = possible.get(i);
      if (!transition.isTimer()) {
        starved = moreStarved(starved, transition.goroutine().id());
        Operation partner = transition.partner();
        starved = partner == null ? starved : moreStarved(starved, partner.goroutine().id());
      }
    }
    if (starved == 0) {
      return possible;
    }
    leftOut = true;
    int chosen = starved;
    return possible.stream().filter(t -> !t.isTimer() && involves(t, chosen)).toList();
  }

  /** The goroutines that can take part in a step, by number; some may be repeated. */
  static int[] offered(List<Transition> possible) {
    int[] offered = new int[2 * possible.size()];
    int count = 0;
    for (int i = 0; i < possible.size(); i++) {
      Transition transition = possible.get(i);
      if (!transition.isTimer()) {
        offered[count++] = transition.goroutine().id();
        Operation partner = transition.partner();
        if (partner != null) {
          offered[count++] = partner.goroutine().id();
        }
      }
    }
    return Arrays.copyOf(offered, count);
  }

  /** A transition was made, which these goroutines could have taken part in. */
  void made(Transition transition, int[] offered) {
    made.add(transition);
    offers.add(offered);
    yieldsMade += transition.operation().yields() ? 1 : 0;
  }

  private void count(Transition transition, int[] offered) {
    boolean yield = transition.operation().yields();
    for (int goroutine : offered) {
      offered(goroutine, transition, yield);
    }
    now++;
  }

  /** Whether a goroutine was made to run because others had gone on and on. */
  boolean hasLeftOut() {
    return leftOut;
  }

  private static boolean involves(Transition transition, int goroutine) {
    Operation partner = transition.partner();
    return transition.goroutine().id() == goroutine
        || partner != null && partner.goroutine().id() == goroutine;
  }

  private int moreStarved(int known, int goroutine) {
    boolean starves =
        goroutine < lastOffered.length
            && lastOffered[goroutine] == now - 1
            && (yields[goroutine] >= MOST_YIELDS || steps[goroutine] >= MOST_STEPS);
    return starves && (known == 0 || steps[goroutine] > steps[known]) ? goroutine : known;
  }

  private void offered(int goroutine, Transition made, boolean yield) {
    if (goroutine >= lastOffered.length) {
      int length = Math.max(goroutine + 1, 2 * lastOffered.length);
      lastOffered = Arrays.copyOf(lastOffered, length);
      steps = Arrays.copyOf(steps, length);
      yields = Arrays.copyOf(yields, length);
    }
    if (involves(made, goroutine) || lastOffered[goroutine] == now) {
      return;
    }
    boolean waited = lastOffered[goroutine] == now - 1;
    steps[goroutine] = (waited ? steps[goroutine] : 0) + 1;
    yields[goroutine] = (waited ? yields[goroutine] : 0) + (yield ? 1 : 0);
    lastOffered[goroutine] = now;
  }
}
