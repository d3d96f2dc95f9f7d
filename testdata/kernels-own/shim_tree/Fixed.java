package shim_tree;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** A parent knows its children, a child its parent; both guard themselves by their monitors. */
public final class Fixed {

  static final class Parent {
    private final List<Child> children = new ArrayList<>();
    private boolean paused;

    synchronized void add(Child child) {
      children.add(child);
    }

    void pause() {
      List<Child> all;
      synchronized (this) {
        paused = true;
        all = List.copyOf(children);
      }
      all.forEach(Child::pause);
    }

    synchronized void forget(Child child) {
      children.remove(child);
    }

    synchronized boolean paused() {
      return paused;
    }
  }

  static final class Child implements AutoCloseable {
    private final Parent parent;
    private boolean running = true;

    Child(Parent parent) {
      this.parent = parent;
      parent.add(this);
    }

    synchronized void pause() {
      running = false;
    }

    @Override
    public synchronized void close() {
      running = false;
      parent.forget(this);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Parent parent = new Parent();
          WaitGroup tasks = new WaitGroup();
          try (Child child = new Child(parent)) {
            tasks.go(parent::pause);
          }
          tasks.await();
          System.out.println(parent.paused());
        });
  }
}
