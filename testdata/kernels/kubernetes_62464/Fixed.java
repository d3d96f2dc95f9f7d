package kubernetes_62464;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** The CPU manager's assignment of processors to containers. */
public final class Fixed {

  interface CpuState {
    Optional<Set<Integer>> get(String containerId);

    Set<Integer> getDefault();

    Set<Integer> getOrDefault(String containerId);

    void setDefault(Set<Integer> cpus);
  }

  static final class CpuStateMemory implements CpuState {
    private final RWMutex mu = new RWMutex();
    private final Map<String, Set<Integer>> assignments = new HashMap<>();
    private Set<Integer> defaultCpus = Set.of(0, 1, 2, 3);

    void assign(String containerId, Set<Integer> cpus) {
      mu.lock();
      assignments.put(containerId, cpus);
      mu.unlock();
    }

    @Override
    public Optional<Set<Integer>> get(String containerId) {
      mu.rLock();
      try {
        return Optional.ofNullable(assignments.get(containerId));
      } finally {
        mu.rUnlock();
      }
    }

    @Override
    public Set<Integer> getDefault() {
      mu.rLock();
      try {
        return defaultCpus;
      } finally {
        mu.rUnlock();
      }
    }

    @Override
    public Set<Integer> getOrDefault(String containerId) {
      mu.rLock();
      try {
        Set<Integer> assigned = assignments.get(containerId);
        return assigned != null ? assigned : defaultCpus;
      } finally {
        mu.rUnlock();
      }
    }

    @Override
    public void setDefault(Set<Integer> cpus) {
      mu.lock();
      try {
        defaultCpus = cpus;
      } finally {
        mu.unlock();
      }
    }
  }

  static final class StaticPolicy {
    private final CpuState state;

    StaticPolicy(CpuState state) {
      this.state = state;
    }

    void addContainer() {
      Set<Integer> rest = new HashSet<>(state.getDefault());
      rest.remove(3);
      state.setDefault(rest);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          CpuStateMemory state = new CpuStateMemory();
          if (ThreadLocalRandom.current().nextBoolean()) {
            state.assign("c1", Set.of(3));
          }
          StaticPolicy policy = new StaticPolicy(state);
          WaitGroup manager = new WaitGroup();
          manager.go(() -> state.getOrDefault("c1"));
          manager.go(policy::addContainer);
          manager.await();
        });
  }
}
