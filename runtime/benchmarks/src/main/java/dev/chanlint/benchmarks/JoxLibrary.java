package dev.chanlint.benchmarks;

import com.softwaremill.jox.Channel;
import com.softwaremill.jox.Select;
import com.softwaremill.jox.SelectClause;
import java.util.List;

/** Jox: channels for virtual threads, after the algorithm of Kotlin's. */
final class JoxLibrary extends OnVirtualThreads<Channel<Long>> {

  @Override
  Channel<Long> channel(int capacity) {
    return capacity == 0 ? Channel.newRendezvousChannel() : Channel.newBufferedChannel(capacity);
  }

  @Override
  void send(Channel<Long> channel, Long value) throws InterruptedException {
    channel.send(value);
  }

  @Override
  Long receive(Channel<Long> channel) throws InterruptedException {
    return channel.receive();
  }

  @Override
  Long select(List<Channel<Long>> channels) throws InterruptedException {
    @SuppressWarnings({"unchecked", "rawtypes"}) // a generic array
    SelectClause<Long>[] clauses = new SelectClause[channels.size()];
    for (int i = 0; i < clauses.length; i++) {
      clauses[i] = channels.get(i).receiveClause();
    }
    return Select.select(clauses);
  }

  @Override
  Long selectOr(Channel<Long> channel, Long byDefault) throws InterruptedException {
    return Select.select(channel.receiveClause(), Select.defaultClause(byDefault));
  }
}
