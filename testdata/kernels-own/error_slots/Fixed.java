package error_slots;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.WaitGroup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Workers report their errors over a channel with room for one; all of them are waited for before
 * the first is read.
 */
public final class Fixed {

  interface Step {
    void apply(String host) throws IOException;
  }

  static final class Rollout {
    private final WaitGroup hosts = new WaitGroup();
    private final Step step;

    Rollout(Step step) {
      this.step = step;
    }

    List<String> run(List<String> targets) {
      Chan<Exception> errors = Chan.make(targets.size());
      for (String target : targets) {
        hosts.add(1);
        Go.go(() -> one(target, errors));
      }
      hosts.await();
      errors.close();
      List<String> messages = new ArrayList<>();
      for (Exception error : errors) {
        messages.add(error.getMessage());
      }
      return messages;
    }

    private void one(String target, SendChan<? super IOException> errors) {
      try {
        step.apply(target);
      } catch (IOException e) {
        errors.send(e);
      } finally {
        hosts.done();
      }
    }
  }

  static void refuse(String host) throws IOException {
    throw new IOException(host + " refused");
  }

  public static void main(String[] args) {
    Go.run(() -> System.out.println(new Rollout(Fixed::refuse).run(List.of("h1", "h2"))));
  }
}
