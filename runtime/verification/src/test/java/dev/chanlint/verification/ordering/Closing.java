package dev.chanlint.verification.ordering;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.ChannelClosedException;
import dev.chanlint.runtime.Select;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** A close against everything else. */
public final class Closing {

  private static final String DONE = "done";

  private Closing() {}

  private interface Attempt {
    void run();
  }

  /** What came of an attempt: that it was done, or the panic's words. */
  private static String outcome(Attempt attempt) {
    try {
      attempt.run();
      return DONE;
    } catch (ChannelClosedException e) {
      return e.getMessage();
    }
  }

  /** A send into a buffer is done and its value stays, or it fails and leaves none. */
  @JCStressTest
  @Outcome(id = "done, 1", expect = ACCEPTABLE)
  @Outcome(id = "send on closed channel, null", expect = ACCEPTABLE)
  @State
  public static class AgainstBufferedSend {
    private final Chan<Integer> ch = Chan.make(1);

    @Actor
    public void send(LL_Result r) {
      r.r1 = outcome(() -> ch.send(1));
    }

    @Actor
    public void close() {
      ch.close();
    }

    @Arbiter
    public void drain(LL_Result r) {
      r.r2 = ch.receive();
    }
  }

  /** A sender that nobody receives from fails, whether it waited already or not. */
  @JCStressTest
  @Outcome(id = "send on closed channel", expect = ACCEPTABLE)
  @State
  public static class AgainstWaitingSend {
    private final Chan<Integer> ch = Chan.make();

    @Actor
    public void send(L_Result r) {
      r.r1 = outcome(() -> ch.send(1));
    }

    @Actor
    public void close() {
      ch.close();
    }
  }

  /** So does a select that offers to send. */
  @JCStressTest
  @Outcome(id = "send on closed channel", expect = ACCEPTABLE)
  @State
  public static class AgainstSelectThatSends {
    private final Chan<Integer> ch = Chan.make();
    private final Chan<Integer> silent = Chan.make();

    @Actor
    public void select(L_Result r) {
      r.r1 = outcome(() -> Select.select(Select.onReceive(silent), Select.onSend(ch, 1)));
    }

    @Actor
    public void close() {
      ch.close();
    }
  }

  /** A receiver gets what is in the buffer, and then the close. */
  @JCStressTest
  @Outcome(id = "1, null", expect = ACCEPTABLE)
  @State
  public static class AgainstReceive {
    private final Chan<Integer> ch = Chan.make(1);

    /** Fills the buffer. */
    public AgainstReceive() {
      ch.send(1);
    }

    @Actor
    public void receive(LL_Result r) {
      r.r1 = ch.receive();
      r.r2 = ch.receive();
    }

    @Actor
    public void close() {
      ch.close();
    }
  }

  /** A receive that does not wait finds the value that is there, whatever closes. */
  @JCStressTest
  @Outcome(id = "Received[value=1, ok=true]", expect = ACCEPTABLE)
  @State
  public static class AgainstTryReceive {
    private final Chan<Integer> ch = Chan.make(1);

    /** Fills the buffer. */
    public AgainstTryReceive() {
      ch.send(1);
    }

    @Actor
    public void receive(L_Result r) {
      r.r1 = String.valueOf(ch.tryReceive());
    }

    @Actor
    public void close() {
      ch.close();
    }
  }

  /** Of two that close, one fails. */
  @JCStressTest
  @Outcome(
      id = {"done, close of closed channel", "close of closed channel, done"},
      expect = ACCEPTABLE)
  @State
  public static class AgainstClose {
    private final Chan<Integer> ch = Chan.make();

    @Actor
    public void one(LL_Result r) {
      r.r1 = outcome(ch::close);
    }

    @Actor
    public void other(LL_Result r) {
      r.r2 = outcome(ch::close);
    }
  }
}
