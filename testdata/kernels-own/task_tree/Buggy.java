// fault: deadlock
package task_tree;

import dev.chanlint.runtime.ErrGroup;
import dev.chanlint.runtime.Go;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Walks a tree with a bounded group; a task that forks waits for room that only itself would make.
 */
public final class Buggy {

  record Tree(int value, List<Tree> children) {}

  static final class Walker {
    private final ErrGroup group = new ErrGroup();
    private final AtomicInteger sum = new AtomicInteger();

    int walk(Tree root) throws Exception {
      group.setLimit(1);
      group.go(() -> visit(root));
      group.await();
      return sum.get();
    }

    private void visit(Tree tree) {
      sum.addAndGet(tree.value());
      for (Tree child : tree.children()) {
        group.go(() -> visit(child)); // want deadlock-self-join, deadlock-cyclic-wait
      }
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Tree tree = new Tree(1, List.of(new Tree(2, List.of())));
          System.out.println(new Walker().walk(tree));
        });
  }
}
