import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

// budget 1 s

/** More schedules than can be run in the time; those with few preemptions can. */
public class ManySchedules {
  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> numbers = Chan.make();
          for (int sender = 0; sender < 14; sender++) {
            int number = sender;
            // finding leak-send: UNDECIDED the time was up
            Go.go(() -> numbers.send(number));
          }
          for (int i = 0; i < 14; i++) {
            numbers.receive();
          }
        });
  }
}
