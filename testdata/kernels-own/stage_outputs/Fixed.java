package stage_outputs;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/**
 * All stages of a plan run at once and put what they made into a channel, which is read when all
 * are done. It has room for all but the final stage, which was once run by the caller.
 */
public final class Fixed {

  interface Stage {
    String name();

    String apply();
  }

  record Shell(String name, String command) implements Stage {
    @Override
    public String apply() {
      return name + ": " + command;
    }
  }

  static final class Plan {
    private final List<Stage> stages = new ArrayList<>();

    Plan then(Stage stage) {
      stages.add(stage);
      return this;
    }

    private int parallel() {
      return stages.size();
    }

    List<String> execute() {
      Chan<String> outputs = Chan.make(parallel());
      WaitGroup running = new WaitGroup();
      for (Stage stage : stages) {
        running.add(1);
        Go.go(
            stage.name(),
            () -> {
              try {
                outputs.send(stage.apply());
              } finally {
                running.done();
              }
            });
      }
      running.await();
      outputs.close();
      List<String> made = new ArrayList<>();
      outputs.forEach(made::add);
      return made;
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Plan plan =
              new Plan()
                  .then(new Shell("compile", "javac"))
                  .then(new Shell("package", "jar"))
                  .then(new Shell("sign", "jarsigner"));
          System.out.println(plan.execute().size() + " outputs");
        });
  }
}
