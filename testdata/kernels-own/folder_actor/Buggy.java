// fault: deadlock
package folder_actor;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Folders belong to one loop; whoever wants to know something asks the loop. */
public final class Buggy {

  record Command<R>(Supplier<R> body, Chan<R> answer) {
    void execute() {
      answer.send(body.get());
    }
  }

  static final class Loop {
    private final Chan<Command<?>> commands = Chan.make();

    <R> R ask(Supplier<R> body) {
      Chan<R> answer = Chan.make(1);
      // want +1 deadlock-self-rendezvous, deadlock-cyclic-wait, leak-send
      commands.send(new Command<>(body, answer));
      return answer.receive(); // want deadlock-self-rendezvous, deadlock-cyclic-wait, leak-receive
    }

    void run() {
      for (Command<?> command : commands) {
        command.execute();
      }
    }

    void stop() {
      commands.close();
    }
  }

  static final class Folders {
    private final Loop loop;
    private final Map<String, Integer> sizes = new TreeMap<>();

    Folders(Loop loop) {
      this.loop = loop;
    }

    int size(String folder) {
      return loop.ask(() -> sizes.getOrDefault(folder, 0));
    }

    int share(String folder) {
      return loop.ask(
          () -> {
            sizes.merge(folder, 10, Integer::sum);
            return describe(folder);
          });
    }

    private int describe(String folder) {
      return folder.length() + size(folder);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Loop loop = new Loop();
          Folders folders = new Folders(loop);
          WaitGroup loops = new WaitGroup();
          loops.go(loop::run);
          System.out.println(folders.size("photos"));
          System.out.println(folders.share("photos"));
          loop.stop();
          loops.await();
        });
  }
}
