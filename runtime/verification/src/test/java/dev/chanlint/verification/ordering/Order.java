package dev.chanlint.verification.ordering;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import dev.chanlint.runtime.Chan;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** Values leave a channel in the order in which they came. */
public final class Order {

  private Order() {}

  /** Without a buffer. */
  @JCStressTest
  @Outcome(id = "1, 2, 3", expect = ACCEPTABLE)
  @State
  public static class Unbuffered {
    private final Chan<Integer> ch = Chan.make();

    @Actor
    public void send() {
      sendAll(ch);
    }

    @Actor
    public void receive(III_Result r) {
      receiveAll(ch, r);
    }
  }

  /** Through a buffer that is now full, now empty. */
  @JCStressTest
  @Outcome(id = "1, 2, 3", expect = ACCEPTABLE)
  @State
  public static class Buffered {
    private final Chan<Integer> ch = Chan.make(1);

    @Actor
    public void send() {
      sendAll(ch);
    }

    @Actor
    public void receive(III_Result r) {
      receiveAll(ch, r);
    }
  }

  private static void sendAll(Chan<Integer> ch) {
    for (int i = 1; i <= 3; i++) {
      ch.send(i);
    }
  }

  private static void receiveAll(Chan<Integer> ch, III_Result r) {
    r.r1 = ch.receiveOr(-1);
    r.r2 = ch.receiveOr(-1);
    r.r3 = ch.receiveOr(-1);
  }

  /** Of two senders each keeps its own order, and all values are there. */
  @JCStressTest
  @Outcome(
      id = {"1234", "1324", "1342", "3124", "3142", "3412"},
      expect = ACCEPTABLE)
  @State
  public static class TwoSenders {
    private final Chan<Integer> ch = Chan.make(4);

    @Actor
    public void first() {
      ch.send(1);
      ch.send(2);
    }

    @Actor
    public void second() {
      ch.send(3);
      ch.send(4);
    }

    @Arbiter
    public void drain(L_Result r) {
      ch.close();
      StringBuilder values = new StringBuilder();
      ch.forEach(values::append);
      r.r1 = values.toString();
    }
  }

  /** Of two receivers each sees a later value later, and none sees what the other got. */
  @JCStressTest
  @Outcome(
      id = {"1, 2, 3", "2, 1, 3", "3, 1, 2"},
      expect = ACCEPTABLE)
  @State
  public static class TwoReceivers {
    private final Chan<Integer> ch = Chan.make(3);

    /** Fills the buffer. */
    public TwoReceivers() {
      sendAll(ch);
    }

    @Actor
    public void one(III_Result r) {
      r.r1 = ch.receiveOr(-1);
    }

    @Actor
    public void two(III_Result r) {
      r.r2 = ch.receiveOr(-1);
      r.r3 = ch.receiveOr(-1);
    }
  }
}
