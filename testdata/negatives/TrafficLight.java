import static dev.chanlint.runtime.Select.onReceive;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.ReceiveChan;
import dev.chanlint.runtime.Unit;
import dev.chanlint.runtime.WaitGroup;
import java.util.ArrayList;
import java.util.List;

/** A machine whose next state is a switch over the present one, in a goroutine of its own. */
public final class TrafficLight {

  /** A light. */
  enum Light {
    RED,
    GREEN,
    AMBER;

    Light next() {
      return switch (this) {
        case RED -> GREEN;
        case GREEN -> AMBER;
        case AMBER -> RED;
      };
    }
  }

  private final Chan<String> commands = Chan.make();
  private final Chan<Light> lights = Chan.make(4);

  private void run(ReceiveChan<Unit> off) {
    Light light = Light.RED;
    boolean on = true;
    while (on) {
      String command = select(onReceive(commands), onReceive(off).as("off"));
      switch (command) {
        case "next":
          light = light.next();
          lights.send(light);
          break;
        case "reset":
          light = Light.RED;
          break;
        case "off":
        default:
          on = false;
      }
    }
    lights.close();
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          TrafficLight crossing = new TrafficLight();
          Chan<Unit> off = Chan.make();
          WaitGroup running = new WaitGroup();
          running.go(() -> crossing.run(off));
          crossing.commands.send("next");
          crossing.commands.send("reset");
          crossing.commands.send("next");
          off.close();
          running.await();
          List<Light> shown = new ArrayList<>();
          for (Light light : crossing.lights) {
            shown.add(light);
          }
          System.out.println(shown);
        });
  }
}
