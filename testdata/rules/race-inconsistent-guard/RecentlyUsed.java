package rules.raceinconsistentguard;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.LinkedHashMap;
import java.util.Map;

/** To look into a map that keeps its entries in the order of their last use changes that order. */
public final class RecentlyUsed {

  private final RWMutex mutex = new RWMutex();
  private final Map<String, Integer> cache = new LinkedHashMap<>(16, 0.75f, true);

  public static void main(String[] args) {
    Go.run(
        () -> {
          RecentlyUsed prices = new RecentlyUsed();
          prices.put("apple", 3);
          prices.put("pear", 4);
          WaitGroup buyers = new WaitGroup();
          buyers.go(() -> prices.get("apple"));
          buyers.go(() -> prices.get("pear"));
          buyers.await();
        });
  }

  private void put(String name, int price) {
    mutex.lock();
    try {
      cache.put(name, price);
    } finally {
      mutex.unlock();
    }
  }

  private int get(String name) {
    mutex.rLock();
    try {
      return cache.getOrDefault(name, 0); // want race-inconsistent-guard
    } finally {
      mutex.rUnlock();
    }
  }
}
