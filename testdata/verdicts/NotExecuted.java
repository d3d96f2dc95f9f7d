import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.List;

/** The site is reached by the code and by no execution. */
public class NotExecuted {
  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> numbers = Chan.make();
          if (List.of().size() > 1) {
            // finding leak-send: UNDECIDED no schedule of main of NotExecuted gets to this line
            numbers.send(1);
          }
        });
  }
}
