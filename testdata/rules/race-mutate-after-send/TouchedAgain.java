package rules.racemutateaftersend;

import static dev.chanlint.runtime.Select.onSend;
import static dev.chanlint.runtime.Select.onTimeout;
import static dev.chanlint.runtime.Select.select;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.WaitGroup;
import java.time.Duration;

/** A field of what a sent record refers to, written through another reference. */
public final class TouchedAgain {

  /** Where a parcel is. */
  static final class Status {
    private String place = "store";

    void moveTo(String next) {
      place = next; // want race-mutate-after-send "field 'place'" confirmed
    }
  }

  record Parcel(int id, Status status) {}

  public static void main(String[] args) {
    Go.run(
        () -> {
          Chan<Parcel> parcels = Chan.make(1);
          WaitGroup carriers = new WaitGroup();
          carriers.go(
              () -> {
                Parcel parcel = parcels.receive();
                if (parcel != null) {
                  System.out.println(parcel.status().place);
                }
              });
          ship(parcels);
          parcels.close();
          carriers.await();
        });
  }

  private static void ship(Chan<Parcel> parcels) {
    Status status = new Status();
    status.place = "dock";
    select(onSend(parcels, new Parcel(1, status)), onTimeout(Duration.ofSeconds(1)));
    status.moveTo("road");
  }
}
