package dev.chanlint.rules;

import dev.chanlint.rules.close.CloseBeforeSend;
import dev.chanlint.rules.close.CloseByConsumer;
import dev.chanlint.rules.close.CloseMissing;
import dev.chanlint.rules.close.CloseNil;
import dev.chanlint.rules.close.CloseTwice;
import dev.chanlint.rules.deadlock.DeadlockBlockUnderLock;
import dev.chanlint.rules.deadlock.DeadlockCond;
import dev.chanlint.rules.deadlock.DeadlockCyclicWait;
import dev.chanlint.rules.deadlock.DeadlockDoubleLock;
import dev.chanlint.rules.deadlock.DeadlockLockOrder;
import dev.chanlint.rules.deadlock.DeadlockMissingUnlock;
import dev.chanlint.rules.deadlock.DeadlockNilChannel;
import dev.chanlint.rules.deadlock.DeadlockRecursiveReadLock;
import dev.chanlint.rules.deadlock.DeadlockSelfJoin;
import dev.chanlint.rules.deadlock.DeadlockSelfRendezvous;
import dev.chanlint.rules.deadlock.DeadlockWaitGroup;
import dev.chanlint.rules.leak.LeakEndless;
import dev.chanlint.rules.leak.LeakIgnoresCancel;
import dev.chanlint.rules.leak.LeakLostCancel;
import dev.chanlint.rules.leak.LeakOutlivesScope;
import dev.chanlint.rules.leak.LeakReceive;
import dev.chanlint.rules.leak.LeakSend;
import dev.chanlint.rules.misuse.MisuseIgnoredClose;
import dev.chanlint.rules.misuse.MisuseLostNotification;
import dev.chanlint.rules.misuse.MisuseSleepSync;
import dev.chanlint.rules.misuse.MisuseSpin;
import dev.chanlint.rules.misuse.MisuseSwallowedCancel;
import dev.chanlint.rules.misuse.MisuseUnlockNotHeld;
import dev.chanlint.rules.misuse.MisuseWaitGroup;
import dev.chanlint.rules.race.OrderUseAfterTeardown;
import dev.chanlint.rules.race.RaceCaptured;
import dev.chanlint.rules.race.RaceCheckThenAct;
import dev.chanlint.rules.race.RaceEarlyPublish;
import dev.chanlint.rules.race.RaceGuardedEscape;
import dev.chanlint.rules.race.RaceInconsistentGuard;
import dev.chanlint.rules.race.RaceMixedAtomic;
import dev.chanlint.rules.race.RaceMutateAfterSend;
import dev.chanlint.rules.race.RaceUnguarded;
import java.util.List;
import java.util.Optional;

/** The registry of rules. */
public final class Rules {

  private static final List<Rule> ALL =
      List.of(
          new CloseBeforeSend(),
          new CloseByConsumer(),
          new CloseMissing(),
          new CloseNil(),
          new CloseTwice(),
          new DeadlockBlockUnderLock(),
          new DeadlockCond(),
          new DeadlockCyclicWait(),
          new DeadlockDoubleLock(),
          new DeadlockLockOrder(),
          new DeadlockMissingUnlock(),
          new DeadlockNilChannel(),
          new DeadlockRecursiveReadLock(),
          new DeadlockSelfJoin(),
          new DeadlockSelfRendezvous(),
          new DeadlockWaitGroup(),
          new LeakEndless(),
          new LeakIgnoresCancel(),
          new LeakLostCancel(),
          new LeakOutlivesScope(),
          new LeakReceive(),
          new LeakSend(),
          new MisuseIgnoredClose(),
          new MisuseLostNotification(),
          new MisuseSleepSync(),
          new MisuseSpin(),
          new MisuseSwallowedCancel(),
          new MisuseUnlockNotHeld(),
          new MisuseWaitGroup(),
          new OrderUseAfterTeardown(),
          new RaceCaptured(),
          new RaceCheckThenAct(),
          new RaceEarlyPublish(),
          new RaceGuardedEscape(),
          new RaceInconsistentGuard(),
          new RaceMixedAtomic(),
          new RaceMutateAfterSend(),
          new RaceUnguarded());

  private Rules() {}

  /**
   * All rules.
   *
   * @return sorted by id
   */
  public static List<Rule> all() {
    return ALL;
  }

  /**
   * The rule of a name.
   *
   * @param id the name
   * @return the rule, if there is one
   */
  public static Optional<Rule> byId(String id) {
    return ALL.stream().filter(r -> r.id().equals(id)).findFirst();
  }
}
