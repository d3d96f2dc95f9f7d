package shop.app;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import shop.Prices;

/** Uses what another module has. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    Go.run(Main::offer);
  }

  static void offer() {
    int price = Prices.cheapest();
    Chan<Integer> offers = Chan.make();
    Go.go(() -> offers.send(price));
  }
}
