package raft_apply;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.HashSet;
import java.util.Set;

/** A state machine applies commands one by one; each caller waits for the answer to its own. */
public final class Fixed {

  enum Op {
    PUT,
    DELETE,
    NOOP
  }

  record Command(Op op, String key, Chan<Boolean> reply) {
    static Command of(Op op, String key) {
      return new Command(op, key, Chan.make(1));
    }
  }

  static final class StateMachine {
    private final Chan<Command> commands = Chan.make(4);
    private final Set<String> keys = new HashSet<>();

    void loop() {
      for (Command command : commands) {
        switch (command.op()) {
          case PUT:
            command.reply().send(keys.add(command.key()));
            break;
          case DELETE:
            command.reply().send(keys.remove(command.key()));
            break;
          default:
            command.reply().send(false);
            break;
        }
      }
    }

    boolean apply(Op op, String key) {
      Command command = Command.of(op, key);
      commands.send(command);
      return command.reply().receive();
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          StateMachine machine = new StateMachine();
          WaitGroup loop = new WaitGroup();
          loop.go(machine::loop);
          for (Op op : Op.values()) {
            System.out.println(machine.apply(op, "k"));
          }
          machine.commands.close();
          loop.await();
        });
  }
}
