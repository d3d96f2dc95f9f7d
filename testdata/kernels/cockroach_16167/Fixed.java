package cockroach_16167;

import dev.chanlint.runtime.Cond;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.Map;
import java.util.concurrent.locks.Lock;

/** Runs statements against the cached system configuration. */
public final class Fixed {

  record SystemConfig(long version, Map<String, Long> databases) {}

  static final class Executor {
    private final RWMutex systemConfigMu = new RWMutex();
    private final Lock systemConfigLocker = systemConfigMu.readLock();
    private final Cond systemConfigCond = new Cond(systemConfigLocker);
    private SystemConfig systemConfig = new SystemConfig(1, Map.of("system", 1L));

    void start() {
      updateSystemConfig(new SystemConfig(2, Map.of("system", 1L, "bank", 51L)));
    }

    private void updateSystemConfig(SystemConfig cfg) {
      systemConfigMu.lock();
      systemConfig = cfg;
      systemConfigCond.broadcast();
      systemConfigMu.unlock();
    }

    long execParsed(String statement) {
      systemConfigLocker.lock();
      String normalized = statement + (systemConfig.version() > 0 ? "" : "?");
      systemConfigLocker.unlock();
      return runTxnAttempt(normalized);
    }

    private long runTxnAttempt(String statement) {
      return execStmtInOpenTxn(statement);
    }

    private long execStmtInOpenTxn(String statement) {
      return new Planner(this).query(statement);
    }

    Map<String, Long> databaseCache() {
      systemConfigMu.rLock();
      try {
        return systemConfig.databases();
      } finally {
        systemConfigMu.rUnlock();
      }
    }
  }

  static final class Planner {
    private final Executor executor;

    Planner(Executor executor) {
      this.executor = executor;
    }

    long query(String statement) {
      return databaseId(statement.substring(statement.lastIndexOf(' ') + 1));
    }

    private long databaseId(String name) {
      return executor.databaseCache().getOrDefault(name, -1L);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Executor executor = new Executor();
          WaitGroup starting = new WaitGroup();
          starting.go(executor::start);
          executor.execParsed("USE bank");
          starting.await();
        });
  }
}
