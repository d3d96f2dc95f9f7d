import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import java.util.ArrayList;
import java.util.List;

/** Platform and virtual threads that use channels and are joined. */
public final class ThreadsJoined {

  /** A thread with a result. */
  static final class Counting extends Thread {
    private final int[] numbers;
    private int result;

    Counting(int... numbers) {
      this.numbers = numbers;
    }

    @Override
    public void run() {
      for (int number : numbers) {
        result += number;
      }
    }

    int result() {
      return result;
    }
  }

  private static int sum() throws InterruptedException {
    List<Counting> threads = List.of(new Counting(1, 2), new Counting(3));
    for (Counting thread : threads) {
      thread.start();
    }
    int sum = 0;
    for (Counting thread : threads) {
      thread.join();
      sum += thread.result();
    }
    return sum;
  }

  private static List<String> lines() throws InterruptedException {
    Chan<String> lines = Chan.make();
    Thread reader =
        Thread.startVirtualThread(
            () -> {
              lines.send("one");
              lines.close();
            });
    List<String> read = new ArrayList<>();
    for (String line : lines) {
      read.add(line);
    }
    reader.join();
    return read;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          System.out.println(sum());
          System.out.println(lines().size());
        });
  }
}
