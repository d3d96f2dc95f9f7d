package dev.chanlint.explorer.engine;

import java.util.ArrayList;
import java.util.List;

/** A place where a pending sender and a pending receiver of two goroutines make one joint step. */
public final class Rendezvous {

  /** A pending alternative. */
  public record Offer(Operation operation, int alternative) {}

  private final List<Offer> senders = new ArrayList<>(2);
  private final List<Offer> receivers = new ArrayList<>(2);

  /** Adds a pending alternative. */
  public void enter(boolean sends, Operation operation, int alternative) {
    side(sends).add(new Offer(operation, alternative));
  }

  /** Takes back every alternative of an operation. */
  public void leave(boolean sends, Operation operation) {
    side(sends).removeIf(offer -> offer.operation() == operation);
  }

  /** The pending receivers. */
  List<Offer> receivers() {
    return receivers;
  }

  /**
   * Whether a partner is certainly there: one of another goroutine, blocking, and known to have
   * come to wait.
   */
  public boolean hasArrived(boolean sends, Goroutine other) {
    for (Offer offer : side(sends)) {
      Goroutine waiter = offer.operation().goroutine();
      if (waiter != other && waiter.hasArrived() && !offer.operation().isNonBlocking()) {
        return true;
      }
    }
    return false;
  }

  /** Whether another goroutine pends on the other side. */
  boolean hasPartner(Operation operation, boolean sends) {
    for (Offer offer : side(!sends)) {
      if (offer.operation().goroutine() != operation.goroutine()
          && !(offer.operation().isNonBlocking() && operation.isNonBlocking())) {
        return true;
      }
    }
    return false;
  }

  private List<Offer> side(boolean sends) {
    return sends ? senders : receivers;
  }
}
