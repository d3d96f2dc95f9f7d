package dev.chanlint.explorer.operation;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Resource;
import dev.chanlint.explorer.engine.VectorClock;
import java.util.ArrayList;
import java.util.List;

/** Goroutines that wait for a signal, woken in the order in which they came. */
public final class WaitQueue extends Resource {

  private final Execution execution;
  private final String state;
  private final List<Ticket> waiting = new ArrayList<>();

  /** One who waits. */
  public static final class Ticket {
    private final VectorClock woken = new VectorClock();
    private final int wokenCell;

    private Ticket(int wokenCell) {
      this.wokenCell = wokenCell;
    }
  }

  /**
   * Makes one where nobody waits.
   *
   * @param kind what a witness calls it
   * @param state Go's word for waiting here
   */
  public WaitQueue(Execution execution, String kind, String state) {
    super(execution, kind);
    this.execution = execution;
    this.state = state;
  }

  /** Joins the queue, without waiting yet. */
  public Ticket enter() {
    Ticket ticket = new Ticket(execution.newCell());
    new Action("running", "wait", this).writing(cell()).then(() -> waiting.add(ticket)).perform();
    return ticket;
  }

  /**
   * Waits to be woken.
   *
   * @return the alternative of {@link Action} that was taken
   */
  public int await(Ticket ticket, long deadline) {
    Action await = new Action(state, "wake up", this).writing(cell());
    return await
        .when(() -> execution.store().is(ticket.wokenCell))
        .foreseeable()
        .then(() -> await.goroutine().acquire(ticket.woken))
        .orElse(() -> waiting.remove(ticket))
        .until(deadline)
        .interruptible()
        .perform();
  }

  /** Leaves without having waited; a signal that came for this one is the next one's. */
  public void leave(Ticket ticket) {
    new Action("running", "leave", this)
        .writing(cell())
        .then(() -> waiting.remove(ticket))
        .perform();
    if (execution.store().is(ticket.wokenCell)) {
      signal();
    }
  }

  /** Wakes the one who waits longest, if any. */
  public void signal() {
    wake("signal", 1);
  }

  /** Wakes all who wait. */
  public void broadcast() {
    wake("broadcast", Integer.MAX_VALUE);
  }

  private void wake(String name, int atMost) {
    Action wake = new Action("running", name, this).writing(cell());
    wake.changingIf(() -> !waiting.isEmpty())
        .then(
            () -> {
              List<Ticket> woken = waiting.subList(0, Math.min(atMost, waiting.size()));
              for (Ticket ticket : woken) {
                execution.store().set(ticket.wokenCell, true);
                wake.goroutine().release(ticket.woken);
              }
              woken.clear();
            })
        .perform();
  }
}
