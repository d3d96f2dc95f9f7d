package dev.chanlint.model.library;

import dev.chanlint.model.machine.Clock;
import dev.chanlint.model.machine.Facet;
import dev.chanlint.model.machine.Fingerprint;
import dev.chanlint.model.machine.Invocation;
import dev.chanlint.model.machine.Operation;
import dev.chanlint.model.machine.Pending;
import dev.chanlint.model.machine.Value;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code Exchanger}: two goroutines meet and give each other a value. */
final class Meeting implements Facet {

  private @Nullable Offer first;

  @Override
  public @Nullable Handler method(String name, int arity) {
    return name.equals("exchange")
        ? call -> call.observably(Operation.DONE, () -> exchange(call))
        : null;
  }

  private void exchange(Invocation call) {
    Offer partner = first;
    if (partner == null) {
      Offer offer = new Offer(call);
      first = offer;
      call.perform(offer);
      return;
    }
    first = null;
    Clock mine = call.goroutine().clock().copy();
    call.goroutine().clock().join(partner.call.goroutine().clock());
    partner.call.goroutine().clock().join(mine);
    call.goroutine().clock().tick(call.goroutine().number());
    partner.call.goroutine().clock().tick(partner.call.goroutine().number());
    call.machine().wake(partner.call.goroutine(), () -> partner.call.give(call.argument(0)));
    call.give(partner.call.argument(0));
  }

  @Override
  public Collection<Value> contents() {
    return first == null ? List.of() : List.of(first.call.argument(0));
  }

  @Override
  public void fingerprint(Fingerprint sink) {
    if (first != null) {
      sink.add(first.call.goroutine());
      sink.add(first.call.argument(0));
    }
  }

  /** The wait of the one who came first. */
  private final class Offer extends Pending {
    private final Invocation call;

    Offer(Invocation call) {
      super(Operation.RECEIVE, call.self(), call.at());
      this.call = call;
    }

    @Override
    public boolean isReady() {
      return isTimed();
    }

    @Override
    public boolean isTimed() {
      return call.goroutine().isParked() && call.arguments().size() == 3;
    }

    @Override
    public void perform() {
      first = null;
      call.raise("java.util.concurrent.TimeoutException", "timed out");
    }

    @Override
    public void force() {
      first = null;
      call.giveUnknown();
    }
  }
}
