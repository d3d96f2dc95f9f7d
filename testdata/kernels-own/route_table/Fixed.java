package route_table;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Resolves a route by asking a resolver, with the table's read lock held; the resolver may have to
 * write first.
 */
public final class Fixed {

  record Query(String host, Chan<Integer> answer) {}

  static final class Table {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<String, Integer> hosts = new HashMap<>();
    private final Chan<Query> queries = Chan.make();

    int resolve(String host) {
      lock.readLock().lock();
      try {
        Integer known = hosts.get(host);
        if (known != null) {
          return known;
        }
      } finally {
        lock.readLock().unlock();
      }
      return ask(host);
    }

    private int ask(String host) {
      Query query = new Query(host, Chan.make());
      queries.send(query);
      return query.answer().receive();
    }

    void serve() {
      queries.forEach(
          query -> {
            int address = query.host().hashCode();
            lock.writeLock().lock();
            hosts.put(query.host(), address);
            lock.writeLock().unlock();
            query.answer().send(address);
          });
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Table table = new Table();
          WaitGroup resolver = new WaitGroup();
          resolver.go(table::serve);
          System.out.println(table.resolve("a") == table.resolve("a"));
          table.queries.close();
          resolver.await();
        });
  }
}
