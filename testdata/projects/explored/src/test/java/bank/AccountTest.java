package bank;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.chanlint.explorer.junit.ExploreTest;
import org.junit.jupiter.api.AfterEach;

class AccountTest {

  private final Account ours = new Account(1, 10);
  private final Account theirs = new Account(2, 10);

  @ExploreTest
  void transferIsSafe() throws InterruptedException {
    Thread thread = new Thread(() -> theirs.transfer(ours, 3));
    thread.start();
    ours.transfer(theirs, 5);
    thread.join();
  }

  @ExploreTest(exhaustive = true)
  void transferInOrderIsSafe() throws InterruptedException {
    Thread thread = new Thread(() -> theirs.transferInOrder(ours, 3));
    thread.start();
    ours.transferInOrder(theirs, 5);
    thread.join();
  }

  @AfterEach
  void noMoneyIsLost() {
    assertEquals(20, ours.balance() + theirs.balance());
  }
}
