package rules.deadlockselfjoin;

import dev.chanlint.runtime.ErrGroup;
import dev.chanlint.runtime.Go;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the files of folders, with a limited group: a folder waits for room that it takes up. */
public final class RoomInItsOwnGroup {

  record Folder(int files, List<Folder> folders) {}

  private final ErrGroup walk = new ErrGroup();
  private final AtomicInteger files = new AtomicInteger();

  public static void main(String[] args) {
    Go.run(
        () -> {
          Folder leaf = new Folder(2, List.of());
          System.out.println(new RoomInItsOwnGroup().count(new Folder(1, List.of(leaf))));
        });
  }

  private int count(Folder root) throws Exception {
    walk.setLimit(1);
    walk.go(() -> visit(root));
    walk.await();
    return files.get();
  }

  private void visit(Folder folder) {
    files.addAndGet(folder.files());
    for (Folder child : folder.folders()) {
      walk.go(() -> visit(child)); // want deadlock-self-join confirmed
    }
  }
}
