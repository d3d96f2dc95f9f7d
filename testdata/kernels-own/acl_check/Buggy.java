// fault: deadlock
package acl_check;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/**
 * Rules are checked under the read lock, taken by a guard; a rule that refers to a group looks the
 * group up by way of the guard.
 */
public final class Buggy {

  @FunctionalInterface
  interface Rule {
    boolean allows(String user);

    default Rule and(Rule other) {
      return user -> allows(user) && other.allows(user);
    }
  }

  record Guard(Lock lock) {
    <T> T holding(Supplier<T> action) {
      lock.lock(); // want deadlock-recursive-read-lock
      try {
        return action.get();
      } finally {
        lock.unlock();
      }
    }
  }

  static final class Acl {
    private final RWMutex mu = new RWMutex();
    private final Guard reads = new Guard(mu.readLock());
    private final Guard writes = new Guard(mu.writeLock());
    private final Map<String, Set<String>> groups = new HashMap<>();
    private Rule rule = user -> !user.isEmpty();

    void join(String user, String group) {
      writes.holding(() -> groups.computeIfAbsent(group, unused -> new HashSet<>()).add(user));
    }

    boolean isIn(String user, String group) {
      return reads.holding(() -> groups.getOrDefault(group, Set.of()).contains(user));
    }

    void requireGroup(String group) {
      rule = rule.and(user -> isIn(user, group));
    }

    boolean check(String user) {
      return reads.holding(() -> rule.allows(user));
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Acl acl = new Acl();
          acl.requireGroup("admin");
          WaitGroup changes = new WaitGroup();
          changes.go(() -> acl.join("ann", "admin"));
          System.out.println(acl.check("ann"));
          changes.await();
        });
  }
}
