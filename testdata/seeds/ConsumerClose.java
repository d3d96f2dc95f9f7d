import static dev.chanlint.runtime.Go.go;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.WaitGroup;

/** The receiving side has had enough and closes the channel, though the producer may still send. */
public final class ConsumerClose {

  private ConsumerClose() {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Integer> numbers = Chan.make(2);
          WaitGroup producer = new WaitGroup();
          producer.add(1);
          go(() -> produce(numbers, producer));
          for (int i = 0; i < 3; i++) {
            System.out.println(numbers.receive());
          }
          numbers.close(); // want close-by-consumer confirmed
          producer.await();
        });
  }

  private static void produce(SendChan<Integer> numbers, WaitGroup producer) {
    for (int i = 0; i < 5; i++) {
      numbers.send(i); // want close-before-send confirmed
    }
    producer.done();
  }
}
