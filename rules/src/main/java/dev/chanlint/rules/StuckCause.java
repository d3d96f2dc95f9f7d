package dev.chanlint.rules;

import dev.chanlint.model.Knot;
import dev.chanlint.model.Subject;
import dev.chanlint.model.Waiting;
import dev.chanlint.model.machine.Operation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why goroutines are stuck. Each knot has one cause, so that one defect is one finding. */
public enum StuckCause {
  /** An operation that does not watch the stop channel that its peers obey. */
  IGNORES_CANCEL,
  /** A wait for a wake-up that was sent to nobody. */
  LOST_NOTIFICATION,
  /** A send that nobody receives. */
  SEND,
  /** A receive that nobody serves. */
  RECEIVE,
  /** A loop over a channel that nobody closes. */
  MISSING_CLOSE,
  /** A wait for a context that nobody cancels. */
  LOST_CANCEL,
  /** A channel operation that only the same goroutine would serve, later. */
  SELF_RENDEZVOUS,
  /** A wait for something that only the waiter would finish. */
  SELF_JOIN,
  /** A channel that is never ready. */
  NIL_CHANNEL,
  /** A lock taken again by its holder. */
  DOUBLE_LOCK,
  /** A lock that a path left held. */
  MISSING_UNLOCK,
  /** Locks taken in different orders. */
  LOCK_ORDER,
  /** A read lock taken again with a writer waiting between. */
  RECURSIVE_READ_LOCK,
  /** A wait under a lock that the partner needs. */
  BLOCK_UNDER_LOCK,
  /** Goroutines that wait for one another. */
  CYCLIC_WAIT,
  /** A counter that does not come to zero. */
  COUNTER,
  /** A condition that nobody signals. */
  CONDITION;

  /**
   * The cause of a knot.
   *
   * @param knot the goroutines that are stuck
   * @return the cause
   */
  public static StuckCause of(Knot knot) {
    return knot.isRing() ? ofRing(knot.members()) : ofOne(knot);
  }

  private static StuckCause ofRing(List<Waiting> members) {
    if (members.stream().anyMatch(StuckCause::readsAgain)) {
      return RECURSIVE_READ_LOCK;
    }
    if (members.stream().allMatch(Waiting::isOnLock)) {
      return LOCK_ORDER;
    }
    if (members.stream().anyMatch(Waiting::isOnLock)) {
      return members.stream().anyMatch(StuckCause::leftLockBehind)
          ? MISSING_UNLOCK
          : BLOCK_UNDER_LOCK;
    }
    if (members.stream().anyMatch(w -> lostNotification(w) != null)) {
      return LOST_NOTIFICATION;
    }
    return members.stream().anyMatch(w -> w.operation() == Operation.CONDITION)
        ? CONDITION
        : CYCLIC_WAIT;
  }

  private static boolean readsAgain(Waiting waiting) {
    return waiting.operation() == Operation.READ_LOCK && heldBy(waiting) != null;
  }

  /** Whether others wait for what it took in a call that an exception ended. */
  private static boolean leftLockBehind(Waiting waiting) {
    return waiting.holding().stream().anyMatch(h -> h.isWanted() && h.isLeftBehind());
  }

  private static Waiting.@Nullable Held heldBy(Waiting waiting) {
    for (Waiting.Held held : waiting.holding()) {
      if (held.lock().madeAt().equals(waiting.subject().madeAt())) {
        return held;
      }
    }
    return null;
  }

  private static StuckCause ofOne(Knot knot) {
    Waiting one = knot.only();
    if (!one.isOnLock() && leftLockBehind(one)) {
      return MISSING_UNLOCK;
    }
    if (!one.isOnLock() && one.holding().stream().anyMatch(Waiting.Held::isWanted)) {
      return BLOCK_UNDER_LOCK;
    }
    return switch (one.operation()) {
      case LOCK, READ_LOCK -> ofLock(knot);
      case AWAIT -> ofAwait(knot);
      case CONDITION -> CONDITION;
      case ACQUIRE -> knot.isSelfMade() ? SELF_JOIN : MISSING_UNLOCK;
      case ONCE -> SELF_JOIN;
      default -> ofChannel(knot);
    };
  }

  private static StuckCause ofLock(Knot knot) {
    Waiting one = knot.only();
    Waiting.Held own = heldBy(one);
    return own != null && (own.isInCall() || one.servesItself()) ? DOUBLE_LOCK : MISSING_UNLOCK;
  }

  private static StuckCause ofAwait(Knot knot) {
    Waiting one = knot.only();
    if (one.subject().kind() == Subject.Kind.GROUP) {
      return one.servesItself() ? SELF_JOIN : COUNTER;
    }
    return knot.isSelfMade() ? SELF_JOIN : RECEIVE;
  }

  private static StuckCause ofChannel(Knot knot) {
    Waiting one = knot.only();
    if (one.subjects().stream().allMatch(Subject::isNil)) {
      return NIL_CHANNEL;
    }
    boolean plain =
        one.subjects().stream()
            .allMatch(s -> s.kind() == Subject.Kind.CHANNEL || s.kind() == Subject.Kind.QUEUE);
    if (knot.isSelfMade() && plain) {
      return SELF_RENDEZVOUS;
    }
    if (one.ignored() != null) {
      return IGNORES_CANCEL;
    }
    if (one.sends()) {
      return SEND;
    }
    if (lostNotification(one) != null) {
      return LOST_NOTIFICATION;
    }
    if (one.operation() == Operation.RANGE) {
      return MISSING_CLOSE;
    }
    return one.operation() == Operation.SELECT
            && one.subjects().stream()
                .anyMatch(s -> s.kind() == Subject.Kind.DONE_CHANNEL && !s.isNil())
        ? LOST_CANCEL
        : RECEIVE;
  }

  /**
   * The send that found nobody, and for which a goroutine now waits.
   *
   * @param waiting the goroutine
   * @return the last such send on what it waits on; null if there was none
   */
  public static Subject.@Nullable Event lostNotification(Waiting waiting) {
    return waiting.subjects().stream()
        .map(subject -> subject.last(Operation.DROP))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /**
   * The member of a knot that a finding is about.
   *
   * @param knot the goroutines that are stuck
   * @return for a wait under a lock the one that holds it; otherwise the first in the text
   */
  public static Waiting culprit(Knot knot) {
    StuckCause cause = of(knot);
    return knot.members().stream()
        .filter(waiting -> cause.isAbout(waiting, knot))
        .min((a, b) -> a.at().compareTo(b.at()))
        .orElse(knot.only());
  }

  private boolean isAbout(Waiting waiting, Knot knot) {
    return switch (this) {
      case BLOCK_UNDER_LOCK -> !waiting.isOnLock() && !waiting.holding().isEmpty();
      case RECURSIVE_READ_LOCK -> readsAgain(waiting);
      case MISSING_UNLOCK -> !knot.isRing() || waiting.isOnLock();
      case LOST_NOTIFICATION -> lostNotification(waiting) != null;
      case CONDITION -> waiting.operation() == Operation.CONDITION;
      default -> true;
    };
  }
}
