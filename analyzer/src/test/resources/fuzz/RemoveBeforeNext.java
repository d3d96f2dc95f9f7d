import dev.chanlint.runtime.Go;
import java.util.ArrayList;
import java.util.List;

/** An iterator that is told to remove before it has given anything. */
class RemoveBeforeNext {
  public static void main(String[] args) {
    Go.run(() -> new ArrayList<>(List.of("a")).iterator().remove());
  }
}
