// fault: deadlock
package group_members;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Groups can be members of groups. Who is a member is found under the read lock, by a method that
 * asks itself for each group within the group, while somebody joins.
 */
public final class Buggy {

  interface Directory {
    boolean contains(String group, String user);
  }

  static final class Groups implements Directory {
    private final RWMutex mu = new RWMutex();
    private final Map<String, Set<String>> users = new HashMap<>();
    private final Map<String, List<String>> nested = new HashMap<>();

    void join(String group, String user) {
      mu.lock(); // want deadlock-recursive-read-lock
      try {
        users.computeIfAbsent(group, g -> new HashSet<>()).add(user);
      } finally {
        mu.unlock();
      }
    }

    void nest(String outer, String inner) {
      mu.lock();
      try {
        nested.computeIfAbsent(outer, g -> new ArrayList<>()).add(inner);
      } finally {
        mu.unlock();
      }
    }

    @Override
    public boolean contains(String group, String user) {
      mu.rLock(); // want deadlock-recursive-read-lock
      try {
        if (users.getOrDefault(group, Set.of()).contains(user)) {
          return true;
        }
        for (String inner : nested.getOrDefault(group, List.of())) {
          if (contains(inner, user)) {
            return true;
          }
        }
        return false;
      } finally {
        mu.rUnlock();
      }
    }
  }

  record Policy(Directory directory, String group) {
    String check(String user) {
      return directory.contains(group, user) ? "allowed" : "denied";
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Groups groups = new Groups();
          groups.nest("staff", "ops");
          WaitGroup requests = new WaitGroup();
          requests.go(() -> groups.join("ops", "ann"));
          System.out.println(new Policy(groups, "staff").check("ann"));
          requests.await();
        });
  }
}
