package dev.chanlint.verification.ordering;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Select;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.LLL_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Two sides that meet, or miss each other, without a value lost or got twice. */
public final class Meeting {

  private Meeting() {}

  /** What is received from a case, or -1 where the select sent. */
  private static int select(Chan<Integer> out, int value, Chan<Integer> in) {
    return Select.<Integer>select(Select.onSend(out, value).as(-1), Select.onReceive(in));
  }

  /** Two selects over two channels in opposite order: one sends what the other receives. */
  @JCStressTest
  @Outcome(
      id = {"-1, 1", "2, -1"},
      expect = ACCEPTABLE)
  @State
  public static class SelectsInOppositeOrder {
    private final Chan<Integer> a = Chan.make();
    private final Chan<Integer> b = Chan.make();

    @Actor
    public void one(II_Result r) {
      r.r1 = select(a, 1, b);
    }

    @Actor
    public void other(II_Result r) {
      r.r2 = select(b, 2, a);
    }
  }

  /** Two selects on both sides of one channel meet each other, and neither meets itself. */
  @JCStressTest
  @Outcome(
      id = {"-1, 1", "2, -1"},
      expect = ACCEPTABLE)
  @State
  public static class SelectsOnBothSides {
    private final Chan<Integer> ch = Chan.make();

    @Actor
    public void one(II_Result r) {
      r.r1 = select(ch, 1, ch);
    }

    @Actor
    public void other(II_Result r) {
      r.r2 = select(ch, 2, ch);
    }
  }

  /** A select that receives from either takes one value, and leaves the other. */
  @JCStressTest
  @Outcome(
      id = {"1, 2", "2, 1"},
      expect = ACCEPTABLE)
  @State
  public static class SelectTakesOne {
    private final Chan<Integer> a = Chan.make(1);
    private final Chan<Integer> b = Chan.make(1);

    @Actor
    public void send() {
      a.send(1);
      b.send(2);
    }

    @Actor
    public void select(II_Result r) {
      r.r1 = Select.<Integer>select(Select.onReceive(b), Select.onReceive(a));
    }

    @Arbiter
    public void rest(II_Result r) {
      r.r2 = Select.<Integer>select(Select.onReceive(a), Select.onReceive(b));
    }
  }

  /** A default is not taken while at each moment one of two channels has a value. */
  @JCStressTest
  @Outcome(
      id = {"1, 2", "1, null", "2, null"},
      expect = ACCEPTABLE)
  @State
  public static class SelectNeverMissesAValue {
    private final Chan<Integer> a = Chan.make(1);
    private final Chan<Integer> b = Chan.make(1);

    /** Puts the first value there. */
    public SelectNeverMissesAValue() {
      a.send(1);
    }

    @Actor
    public void select(LL_Result r) {
      r.r1 =
          Select.<Integer>select(
              Select.onReceive(a), Select.onReceive(b), Select.onDefault().as(-1));
    }

    @Actor
    public void moveOn() {
      b.send(2);
      a.tryReceive();
    }

    @Arbiter
    public void rest(LL_Result r) {
      r.r2 = Select.<Integer>select(Select.onReceive(b), Select.onDefault());
    }
  }

  /** A try to send against a try to receive through a buffer: got, or left for later. */
  @JCStressTest
  @Outcome(
      id = {"true, 1, null", "true, null, 1"},
      expect = ACCEPTABLE)
  @State
  public static class TrySendAgainstTryReceive {
    private final Chan<Integer> ch = Chan.make(1);

    @Actor
    public void send(LLL_Result r) {
      r.r1 = ch.trySend(1);
    }

    @Actor
    public void receive(LLL_Result r) {
      r.r2 = valueOf(ch);
    }

    @Arbiter
    public void rest(LLL_Result r) {
      r.r3 = valueOf(ch);
    }
  }

  private static Integer valueOf(Chan<Integer> ch) {
    var received = ch.tryReceive();
    return received == null ? null : received.value();
  }

  /** Neither waits, so without a buffer they never meet. */
  @JCStressTest
  @Outcome(id = "false, true", expect = ACCEPTABLE)
  @State
  public static class TriesNeverMeet {
    private final Chan<Integer> ch = Chan.make();

    @Actor
    public void send(ZZ_Result r) {
      r.r1 = ch.trySend(1);
    }

    @Actor
    public void receive(ZZ_Result r) {
      r.r2 = ch.tryReceive() == null;
    }
  }

  /** Of two that try to receive one value, one gets it. */
  @JCStressTest
  @Outcome(
      id = {"1, null", "null, 1"},
      expect = ACCEPTABLE)
  @State
  public static class TryReceiveAgainstTryReceive {
    private final Chan<Integer> ch = Chan.make(1);

    /** Puts the value there. */
    public TryReceiveAgainstTryReceive() {
      ch.send(1);
    }

    @Actor
    public void one(LL_Result r) {
      r.r1 = valueOf(ch);
    }

    @Actor
    public void other(LL_Result r) {
      r.r2 = valueOf(ch);
    }
  }

  /** Of two that try to send into one place, one does. */
  @JCStressTest
  @Outcome(
      id = {"true, false", "false, true"},
      expect = ACCEPTABLE)
  @State
  public static class TrySendAgainstTrySend {
    private final Chan<Integer> ch = Chan.make(1);

    @Actor
    public void one(ZZ_Result r) {
      r.r1 = ch.trySend(1);
    }

    @Actor
    public void other(ZZ_Result r) {
      r.r2 = ch.trySend(2);
    }
  }
}
