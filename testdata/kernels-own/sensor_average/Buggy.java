// fault: panic
package sensor_average;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/** Averages the values of a sensor, which may go away. */
public final class Buggy {

  static final class Sensor {
    private final Chan<Integer> values = Chan.make();

    void run(int n) {
      for (int i = 0; i < n; i++) {
        values.send(i);
      }
      values.close();
    }
  }

  static int average(Sensor sensor, int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += sensor.values.receive(); // want misuse-ignored-close
    }
    return sum / n;
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          Sensor sensor = new Sensor();
          Go.go(() -> sensor.run(2));
          System.out.println(average(sensor, 3));
        });
  }
}
