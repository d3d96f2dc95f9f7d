package rules.deadlockselfjoin;

import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.Task;
import dev.chanlint.runtime.WaitGroup;
import java.util.List;

/** A member of a group waits for the whole group, itself included. */
public final class AwaitedByItsMember {

  private final WaitGroup members = new WaitGroup();

  public static void main(String[] args) {
    Go.run(() -> new AwaitedByItsMember().run());
  }

  private void run() {
    List<Task> tasks = List.of(() -> System.out.println("one"), this::report);
    tasks.forEach(members::go);
    members.await();
  }

  private void report() {
    members.await(); // want deadlock-self-join "which only it would finish" confirmed
    System.out.println("all are done");
  }
}
