// fault: deadlock
package tree_readers;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.RWMutex;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.function.Supplier;

/** Directories of a tree share one lock; a directory's size is that of what is in it. */
public final class Buggy {

  abstract static class Node {
    final ReadWriteLock lock;

    Node(ReadWriteLock lock) {
      this.lock = lock;
    }

    abstract long size();
  }

  static final class Leaf extends Node {
    private long bytes;

    Leaf(ReadWriteLock lock, long bytes) {
      super(lock);
      this.bytes = bytes;
    }

    @Override
    long size() {
      return Tree.reading(lock, () -> bytes);
    }

    void truncate() {
      lock.writeLock().lock();
      try {
        bytes = 0;
      } finally {
        lock.writeLock().unlock();
      }
    }
  }

  static final class Directory extends Node {
    private final List<Node> children;

    Directory(ReadWriteLock lock, List<Node> children) {
      super(lock);
      this.children = children;
    }

    @Override
    long size() {
      return Tree.reading(lock, () -> children.stream().mapToLong(Node::size).sum());
    }
  }

  static final class Tree {
    private Tree() {}

    static <T> T reading(ReadWriteLock lock, Supplier<T> body) {
      lock.readLock().lock(); // want deadlock-recursive-read-lock
      try {
        return body.get(); // want deadlock-recursive-read-lock
      } finally {
        lock.readLock().unlock();
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          ReadWriteLock lock = new RWMutex();
          Leaf leaf = new Leaf(lock, 12);
          Node root = new Directory(lock, List.of(leaf));
          WaitGroup work = new WaitGroup();
          work.go(leaf::truncate);
          work.go(() -> System.out.println(root.size()));
          work.await();
        });
  }
}
