import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Go;
import dev.chanlint.runtime.SendChan;
import dev.chanlint.runtime.WaitGroup;

/**
 * State that only one goroutine touches; others send it messages, sealed and matched by pattern.
 */
public final class AccountActor {

  /** What can be asked. */
  sealed interface Message {
    record Deposit(int amount) implements Message {}

    record Withdraw(int amount, SendChan<Boolean> reply) implements Message {}

    record Balance(SendChan<Integer> reply) implements Message {}
  }

  private final Chan<Message> mailbox = Chan.make();
  private int balance;

  private void run() {
    for (Message message : mailbox) {
      handle(message);
    }
  }

  private void handle(Message message) {
    switch (message) {
      case Message.Deposit(int amount) -> balance += amount;
      case Message.Withdraw(int amount, SendChan<Boolean> reply) -> {
        boolean possible = amount <= balance;
        if (possible) {
          balance -= amount;
        }
        reply.send(possible);
      }
      case Message.Balance ask -> ask.reply().send(balance);
    }
  }

  /** What clients see. */
  static final class Account {
    private final SendChan<Message> mailbox;

    Account(SendChan<Message> mailbox) {
      this.mailbox = mailbox;
    }

    void deposit(int amount) {
      mailbox.send(new Message.Deposit(amount));
    }

    boolean withdraw(int amount) {
      Chan<Boolean> reply = Chan.make();
      mailbox.send(new Message.Withdraw(amount, reply));
      return reply.receiveOr(false);
    }

    int balance() {
      Chan<Integer> reply = Chan.make();
      mailbox.send(new Message.Balance(reply));
      return reply.receiveOr(0);
    }
  }

  public static void main(String[] args) {
    Go.run(
        () -> {
          AccountActor actor = new AccountActor();
          WaitGroup running = new WaitGroup();
          running.go(actor::run);
          Account account = new Account(actor.mailbox);
          account.deposit(10);
          boolean paid = account.withdraw(4);
          int left = account.balance();
          actor.mailbox.close();
          running.await();
          System.out.println(paid + " " + left);
        });
  }
}
