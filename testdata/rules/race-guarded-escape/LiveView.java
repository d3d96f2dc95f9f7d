package rules.raceguardedescape;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Mutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A getter that locks, and gives away what the lock guards. */
public final class LiveView {

  private final Mutex mutex = new Mutex();
  private final List<String> names = new ArrayList<>();
  private final Map<String, int[]> counters = new HashMap<>();

  public static void main(String[] args) {
    Go.run(
        () -> {
          LiveView view = new LiveView();
          WaitGroup writers = new WaitGroup();
          writers.go(() -> view.add("ann"));
          writers.go(() -> view.count("ann"));
          System.out.println(
              view.names().size()); // want race-guarded-escape "after the unlock" confirmed
          int[] counter = view.counter("ann");
          counter[0]++; // want race-guarded-escape confirmed
          System.out.println(view.copy().size());
          writers.await();
        });
  }

  private void add(String name) {
    mutex.lock();
    try {
      names.add(name);
    } finally {
      mutex.unlock();
    }
  }

  private void count(String name) {
    mutex.lock();
    try {
      counters.computeIfAbsent(name, n -> new int[1])[0]++;
    } finally {
      mutex.unlock();
    }
  }

  private int[] counter(String name) {
    mutex.lock();
    try {
      return counters.computeIfAbsent(name, n -> new int[1]);
    } finally {
      mutex.unlock();
    }
  }

  private List<String> names() {
    mutex.lock();
    try {
      return names;
    } finally {
      mutex.unlock();
    }
  }

  private List<String> copy() {
    mutex.lock();
    try {
      return new ArrayList<>(names);
    } finally {
      mutex.unlock();
    }
  }
}
