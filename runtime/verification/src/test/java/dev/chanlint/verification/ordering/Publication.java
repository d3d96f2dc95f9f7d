package dev.chanlint.verification.ordering;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import dev.chanlint.runtime.CancelContext;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Context;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Select;
import dev.chanlint.runtime.Unit;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.LI_Result;

/** Plain data written before one side of a happens-before edge is there after the other. */
public final class Publication {

  private Publication() {}

  /** A send happens before its receive completes, without a buffer. */
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @State
  public static class UnbufferedSend {
    private final Chan<Unit> ch = Chan.make();
    private int data;

    @Actor
    public void send() {
      data = 1;
      ch.send(Unit.UNIT);
    }

    @Actor
    public void receive(I_Result r) {
      ch.receive();
      r.r1 = data;
    }
  }

  /** A send happens before its receive completes, through a buffer. */
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @State
  public static class BufferedSend {
    private final Chan<Unit> ch = Chan.make(1);
    private int data;

    @Actor
    public void send() {
      data = 1;
      ch.send(Unit.UNIT);
    }

    @Actor
    public void receive(I_Result r) {
      ch.receive();
      r.r1 = data;
    }
  }

  /** So does a send that does not wait, if its value is received without waiting. */
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE, desc = "received")
  @Outcome(id = "-1", expect = ACCEPTABLE, desc = "not sent yet")
  @State
  public static class TrySend {
    private final Chan<Unit> ch = Chan.make(1);
    private int data;

    @Actor
    public void send() {
      data = 1;
      ch.trySend(Unit.UNIT);
    }

    @Actor
    public void receive(I_Result r) {
      r.r1 = ch.tryReceive() == null ? -1 : data;
    }
  }

  /** A receive happens before its send completes where there is no buffer. */
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @State
  public static class UnbufferedReceive {
    private final Chan<Unit> ch = Chan.make();
    private int data;

    @Actor
    public void receive() {
      data = 1;
      ch.receive();
    }

    @Actor
    public void send(I_Result r) {
      ch.send(Unit.UNIT);
      r.r1 = data;
    }
  }

  /** The k-th receive happens before the (k+cap)-th send completes. */
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @State
  public static class BufferedReceive {
    private final Chan<Unit> ch = Chan.make(1);
    private int data;

    /** Fills the buffer. */
    public BufferedReceive() {
      ch.send(Unit.UNIT);
    }

    @Actor
    public void receive() {
      data = 1;
      ch.receive();
    }

    @Actor
    public void send(I_Result r) {
      ch.send(Unit.UNIT);
      r.r1 = data;
    }
  }

  /** A close happens before a receive that reports it. */
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @State
  public static class Close {
    private final Chan<Unit> ch = Chan.make();
    private int data;

    @Actor
    public void close() {
      data = 1;
      ch.close();
    }

    @Actor
    public void receive(I_Result r) {
      ch.receive();
      r.r1 = data;
    }
  }

  /** What a select does has the memory effects of the case that it chose. */
  @JCStressTest
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "received")
  @Outcome(id = "2, 1", expect = ACCEPTABLE, desc = "the close was reported")
  @State
  public static class SelectOfSendOrClose {
    private final Chan<Integer> values = Chan.make(1);
    private final Chan<Integer> quit = Chan.make();
    private int data;

    @Actor
    public void sendAndClose() {
      data = 1;
      values.send(1);
      quit.close();
    }

    @Actor
    public void select(LI_Result r) {
      r.r1 = Select.<Integer>select(Select.onReceive(values), Select.onReceive(quit).as(2));
      r.r2 = data;
    }
  }

  /** What was done before go happens before the body, which sends back what it sees. */
  @JCStressTest
  @Outcome(id = "1", expect = ACCEPTABLE)
  @State
  public static class GoStatement {
    private final Chan<Integer> seen = Chan.make(1);
    private int data;

    @Actor
    public void start() {
      data = 1;
      Go.go(() -> seen.send(data));
    }

    @Actor
    public void receive(I_Result r) {
      r.r1 = seen.receiveOr(-1);
    }
  }

  /** A cancel happens before what sees the context done, and the reason is there by then. */
  @JCStressTest
  @Outcome(id = "context canceled, 1", expect = ACCEPTABLE)
  @State
  public static class Cancel {
    private final CancelContext ctx = Context.withCancel(Context.background());
    private int data;

    @Actor
    public void cancel() {
      data = 1;
      ctx.cancel();
    }

    @Actor
    public void await(LI_Result r) {
      ctx.done().receive();
      r.r1 = ctx.err() == null ? null : ctx.err().getMessage();
      r.r2 = data;
    }
  }
}
