package dev.chanlint.verification.explored;

import com.softwaremill.jox.Channel;
import com.softwaremill.jox.Select;
import com.softwaremill.jox.SelectClause;
import dev.chanlint.verification.Operation;
import dev.chanlint.verification.Operation.Case;
import dev.chanlint.verification.Operation.Communicate;
import dev.chanlint.verification.Outcome;
import dev.chanlint.verification.Outcome.Plain;
import dev.chanlint.verification.Outcome.Received;
import dev.chanlint.verification.Outcome.Sent;
import dev.chanlint.verification.Performer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Jox's channels. Its {@code done} lets those go on who wait to send, where Go's {@code close} does
 * not, and it tells no length, so only communication can be performed.
 */
final class JoxPerformer implements Performer {

  private final List<Channel<Integer>> channels;

  JoxPerformer(List<Integer> capacities) {
    channels = capacities.stream().map(JoxPerformer::channel).toList();
  }

  private static Channel<Integer> channel(int capacity) {
    return capacity == 0 ? Channel.newRendezvousChannel() : Channel.newBufferedChannel(capacity);
  }

  @Override
  public Outcome perform(Operation operation) {
    if (!(operation instanceof Communicate communicate)) {
      throw new IllegalArgumentException("Jox has nothing that does what this does: " + operation);
    }
    try {
      return communicate.asSelect() || !communicate.waits()
          ? select(communicate)
          : communicate(communicate.cases().getFirst());
    } catch (InterruptedException e) {
      return Plain.INTERRUPTED;
    }
  }

  private Outcome communicate(Case only) throws InterruptedException {
    Channel<Integer> channel = channels.get(only.channel());
    Integer value = only.value();
    if (value == null) {
      return new Received(0, channel.receive());
    }
    channel.send(value);
    return new Sent(0);
  }

  private Outcome select(Communicate communicate) throws InterruptedException {
    List<SelectClause<Outcome>> clauses = new ArrayList<>();
    for (int i = 0; i < communicate.cases().size(); i++) {
      clauses.add(clause(communicate.cases().get(i), i));
    }
    if (!communicate.waits()) {
      clauses.add(Select.defaultClause((Outcome) Plain.WOULD_BLOCK));
    }
    @SuppressWarnings({"unchecked", "rawtypes"}) // a generic array cannot be made otherwise
    SelectClause<Outcome>[] array = clauses.toArray(new SelectClause[0]);
    return Select.select(array);
  }

  private SelectClause<Outcome> clause(Case one, int index) {
    Channel<Integer> channel = channels.get(one.channel());
    @Nullable Integer value = one.value();
    return value == null
        ? channel.receiveClause(received -> new Received(index, received))
        : channel.sendClause(value, () -> new Sent(index));
  }
}
