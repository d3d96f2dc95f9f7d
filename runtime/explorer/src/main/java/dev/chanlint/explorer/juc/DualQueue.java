package dev.chanlint.explorer.juc;

import dev.chanlint.explorer.engine.Execution;
import dev.chanlint.explorer.engine.Footprint;
import dev.chanlint.explorer.engine.Goroutine;
import dev.chanlint.explorer.engine.Operation;
import dev.chanlint.explorer.engine.Resource;
import dev.chanlint.explorer.engine.Store;
import dev.chanlint.explorer.engine.VectorClock;
import dev.chanlint.explorer.hook.Threads;
import dev.chanlint.explorer.juc.QueueModel.Held;
import dev.chanlint.explorer.operation.Action;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A dual queue (Scherer and Scott, <i>Nonblocking Concurrent Data Structures with Condition
 * Synchronization</i>, DISC 2004): it holds items that givers have left, or the requests of takers
 * who wait, but never both. Who comes meets the first that the other side has left, or else may
 * leave a node of its own and wait until somebody meets it. Both are one step.
 *
 * <p>The cells are what each side has left, how far it has met what the other has left, and each
 * node. So steps of the two sides conflict only where one finds what the other has left, or finds
 * that it has left nothing. The store knows for each node how it fares.
 */
final class DualQueue<E> extends Resource {

  /** Who comes to the queue. */
  private enum Side {
    GIVER,
    TAKER;

    Side other() {
      return this == GIVER ? TAKER : GIVER;
    }
  }

  private static final long WAITS = 1;
  private static final long GONE = 2;

  private final Execution execution;
  private final Store store;
  private final String waiting;
  private final int[] left;
  private final int[] met;

  /**
   * Every node that was ever left, in that order. It only grows, and which of them wait is in the
   * store, so it tells as much of a state in which some of them were not left yet.
   */
  private final List<Node> nodes = new ArrayList<>();

  /**
   * Makes an empty one.
   *
   * @param kind what a witness calls it, and waiting in it
   */
  DualQueue(Execution execution, String kind) {
    super(execution, kind);
    this.waiting = kind;
    this.execution = execution;
    this.store = execution.store();
    this.left = execution.newCells(Side.values().length);
    this.met = execution.newCells(Side.values().length);
  }

  /** What one brings, or wants and is given. */
  final class Node implements Held<E> {

    private final Side side;
    private final int cell = execution.newCell();
    private final VectorClock clock = new VectorClock();
    private @Nullable E item;
    private boolean met;

    private Node(Side side, @Nullable E item) {
      this.side = side;
      this.item = item;
    }

    /** What a giver brought; what a taker that was met was given. */
    @Override
    public E item() {
      return Objects.requireNonNull(item);
    }

    private boolean waits() {
      return store.get(cell) == WAITS;
    }

    /** Ends its wait, as something that the other side did. */
    private void go() {
      store.set(cell, GONE);
    }

    /** What ending its wait touches. */
    private void touchGoing(Footprint into) {
      into.writes(DualQueue.this.met[side.other().ordinal()]).writes(cell);
    }
  }

  /** One that brings an item. */
  Node giver(E item) {
    return new Node(Side.GIVER, Objects.requireNonNull(item));
  }

  /** One that wants an item. */
  Node taker() {
    return new Node(Side.TAKER, null);
  }

  /** Fills a queue that is being made. */
  void fill(Collection<? extends E> with) {
    for (E item : with) {
      Node node = giver(item);
      nodes.add(node);
      store.init(node.cell, WAITS);
    }
  }

  /** Meets the first of the other side, if it has left any; else leaves nothing. */
  boolean tryMeet(String name, Node own) {
    arrival(name, own, false).perform();
    return own.met;
  }

  /** Meets the first of the other side, or leaves the node; tells whether it has met. */
  boolean meetOrLeave(String name, Node own) {
    arrival(name, own, true).perform();
    return own.met;
  }

  /**
   * Meets one of the other side, now or later.
   *
   * @throws InterruptedException if interrupted before or while it waits
   */
  void meet(String name, Node own) throws InterruptedException {
    if (arrival(name, own, true).interruptible().perform() == Action.INTERRUPTED) {
      throw interrupted();
    }
    if (!own.met) {
      await(own, Operation.NEVER);
    }
  }

  /**
   * Meets one of the other side within some time. As in the JDK, an interrupt counts only if it
   * does not meet one at once.
   *
   * @param nanos how long to wait; {@link Long#MAX_VALUE} for ever
   * @return false if the time was up
   */
  boolean meet(String name, Node own, long nanos) throws InterruptedException {
    if (nanos > 0) {
      return meetOrLeave(name, own)
          || await(own, nanos == Long.MAX_VALUE ? Operation.NEVER : execution.arm(nanos));
    }
    if (!tryMeet(name, own) && Threads.interrupted()) {
      throw new InterruptedException();
    }
    return own.met;
  }

  private static InterruptedException interrupted() {
    Execution.self().setInterrupted(false);
    return new InterruptedException();
  }

  private Action arrival(String name, Node own, boolean leaves) {
    Action arrival = new Action("running", name, this);
    return arrival
        .touching(footprint -> touchArrival(own, leaves, footprint))
        .foreseeable()
        .changingIf(() -> leaves || first(own.side.other()) != null)
        .then(() -> arrive(own, leaves, arrival.goroutine()));
  }

  private void touchArrival(Node own, boolean leaves, Footprint into) {
    Node other = first(own.side.other());
    if (other != null) {
      other.touchGoing(into);
      return;
    }
    into.reads(met[own.side.ordinal()]).reads(left[own.side.other().ordinal()]);
    if (leaves) {
      into.writes(left[own.side.ordinal()]).writes(own.cell);
    }
  }

  private void arrive(Node own, boolean leaves, Goroutine self) {
    Node other = first(own.side.other());
    if (other != null) {
      join(own, other, self);
    } else if (leaves) {
      self.release(own.clock);
      nodes.add(own);
      store.set(own.cell, WAITS);
    }
  }

  private void join(Node own, Node other, Goroutine self) {
    if (own.side == Side.GIVER) {
      other.item = own.item;
    } else {
      own.item = other.item;
    }
    own.met = true;
    other.met = true;
    self.acquire(other.clock);
    self.release(other.clock);
    other.go();
  }

  private @Nullable Node first(Side side) {
    for (Node node : nodes) {
      if (node.side == side && node.waits()) {
        return node;
      }
    }
    return null;
  }

  private boolean await(Node own, long deadline) throws InterruptedException {
    Wait wait = new Wait(own, deadline);
    execution.perform(wait);
    if (wait.chosen() == Action.INTERRUPTED) {
      throw interrupted();
    }
    return wait.chosen() == Action.DONE;
  }

  /** The first item; null if there is none. */
  @Nullable E peek() {
    Node first = look("peek", Side.GIVER);
    return first == null ? null : first.item;
  }

  /** Whether a taker waits. */
  boolean hasTaker() {
    return look("hasWaitingConsumer", Side.TAKER) != null;
  }

  private @Nullable Node look(String name, Side side) {
    List<Node> found = new ArrayList<>(1);
    Action look = new Action("running", name, this);
    look.touching(footprint -> touchLook(side, footprint))
        .foreseeable()
        .changingIf(() -> false)
        .then(
            () -> {
              Node first = first(side);
              if (first != null) {
                look.goroutine().acquire(first.clock);
                found.add(first);
              }
            })
        .perform();
    return found.isEmpty() ? null : found.getFirst();
  }

  private void touchLook(Side side, Footprint into) {
    Node first = first(side);
    into.reads(met[side.other().ordinal()])
        .reads(first == null ? left[side.ordinal()] : first.cell);
  }

  /** The items that are there. */
  List<Node> held() {
    return all("iterate", Side.GIVER);
  }

  /** How many items are there. */
  int size() {
    return all("size", Side.GIVER).size();
  }

  /** How many takers wait. */
  int takers() {
    return all("getWaitingConsumerCount", Side.TAKER).size();
  }

  private List<Node> all(String name, Side side) {
    List<Node> all = new ArrayList<>();
    Action look = new Action("running", name, this);
    look.touching(
            footprint -> footprint.reads(left[side.ordinal()]).reads(met[side.other().ordinal()]))
        .foreseeable()
        .changingIf(() -> false)
        .then(
            () -> {
              nodes.stream().filter(n -> n.side == side && n.waits()).forEach(all::add);
              all.forEach(node -> look.goroutine().acquire(node.clock));
            })
        .perform();
    return all;
  }

  /** Removes an item that is still there, as a taker would: who waits with it goes on. */
  boolean discard(Node item) {
    boolean[] removed = new boolean[1];
    Action discard = new Action("running", "remove", this);
    discard
        .touching(footprint -> touchDiscard(item, footprint))
        .foreseeable()
        .changingIf(item::waits)
        .then(
            () -> {
              removed[0] = item.waits();
              if (removed[0]) {
                discard.goroutine().acquire(item.clock);
                discard.goroutine().release(item.clock);
                item.go();
              }
            })
        .perform();
    return removed[0];
  }

  private static void touchDiscard(DualQueue<?>.Node item, Footprint into) {
    if (item.waits()) {
      item.touchGoing(into);
    } else {
      into.reads(item.cell);
    }
  }

  /** Waits until its node is met or removed; an interrupt or a timeout takes the node back. */
  private final class Wait extends Operation {

    private final Node own;
    private final long deadline;

    Wait(Node own, long deadline) {
      this.own = own;
      this.deadline = deadline;
    }

    @Override
    public String state() {
      return waiting;
    }

    @Override
    public String name() {
      return own.side == Side.GIVER ? "await taker" : "await giver";
    }

    @Override
    public Resource resource() {
      return DualQueue.this;
    }

    @Override
    public String value() {
      return switch (chosen()) {
        case Action.TIMED_OUT -> "timed out";
        case Action.INTERRUPTED -> "interrupted";
        default -> "";
      };
    }

    @Override
    public int alternatives() {
      return 3;
    }

    @Override
    public boolean enabled(int alternative) {
      return switch (alternative) {
        case Action.DONE -> !own.waits();
        case Action.TIMED_OUT -> deadline != NEVER && own.waits() && !goroutine().isInterrupted();
        default -> own.waits() && goroutine().isInterrupted();
      };
    }

    @Override
    public boolean isForeseeable() {
      return true;
    }

    @Override
    public void footprint(int alternative, Footprint into) {
      // Being met or removed and being interrupted exclude each other, so each depends on both.
      switch (alternative) {
        case Action.DONE -> into.reads(own.cell).reads(goroutine().interruptCell());
        case Action.TIMED_OUT -> own.touchGoing(into.reads(goroutine().interruptCell()));
        default -> own.touchGoing(into.writes(goroutine().interruptCell()));
      }
    }

    @Override
    public void execute(int alternative) {
      if (alternative == Action.DONE) {
        goroutine().acquire(own.clock);
      } else {
        own.go();
      }
    }

    @Override
    public long deadline(int alternative) {
      return alternative == Action.TIMED_OUT ? deadline : NEVER;
    }
  }
}
