package orders;

import static dev.chanlint.runtime.Go.go;

import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;

/**
 * Asks two suppliers for a price and takes the first answer; the other answer is never received.
 */
public final class Orders {

  private Orders() {}

  public static void main(String[] args) {
    Go.run(() -> System.out.println(price("tea")));
  }

  private static int price(String article) {
    Chan<Integer> prices = Chan.make();
    for (int supplier = 1; supplier <= 2; supplier++) {
      int factor = supplier;
      go(() -> prices.send(article.length() * factor));
    }
    return prices.receiveOr(0);
  }
}
