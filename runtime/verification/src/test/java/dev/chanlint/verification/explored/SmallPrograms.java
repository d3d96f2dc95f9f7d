package dev.chanlint.verification.explored;

import dev.chanlint.verification.Operation;
import dev.chanlint.verification.Operation.Case;
import dev.chanlint.verification.Operation.Close;
import dev.chanlint.verification.Operation.Communicate;
import dev.chanlint.verification.Operation.Len;
import dev.chanlint.verification.Program;
import java.util.List;

/** Programs that are small enough for every schedule of a channel's own code. */
enum SmallPrograms {
  ONE_VALUE(List.of(send(0, 1)), List.of(receive(0))),
  TWO_VALUES(List.of(send(0, 1), send(0, 2)), List.of(receive(0), receive(0))),
  TWO_SENDERS(List.of(send(0, 1)), List.of(send(0, 2)), List.of(receive(0), receive(0))),
  TWO_RECEIVERS(List.of(send(0, 1), send(0, 2)), List.of(receive(0)), List.of(receive(0))),
  TRY_SEND(List.of(trySend(1)), List.of(receive(0))),
  TRY_RECEIVE(List.of(send(0, 1)), List.of(tryReceive(), tryReceive())),
  TRY_BOTH(List.of(trySend(1), tryReceive()), List.of(tryReceive(), trySend(2))),
  SELECT_EITHER(List.of(select(to(0, 1), from(1))), List.of(select(to(1, 2), from(0)))),
  SELECT_OF_ONE_CHANNEL(List.of(select(to(0, 1), from(0))), List.of(select(from(0), to(0, 2)))),
  SELECT_FROM_TWO(List.of(select(from(0), from(1))), List.of(send(0, 1), send(1, 2))),
  LENGTH(List.of(send(0, 1)), List.of(new Len(0), receive(0), new Len(0))),
  CLOSE_AND_RECEIVE(List.of(send(0, 1), new Close(0)), List.of(receive(0), receive(0))),
  CLOSE_AND_SEND(List.of(send(0, 1)), List.of(new Close(0)), List.of(receive(0))),
  CLOSE_TWICE(List.of(new Close(0)), List.of(new Close(0), receive(0))),
  CLOSE_AND_SELECT(List.of(select(from(0), to(1, 1))), List.of(new Close(0), receive(1)));

  private final List<List<Operation>> goroutines;

  @SafeVarargs
  SmallPrograms(List<Operation>... goroutines) {
    this.goroutines = List.of(goroutines);
  }

  /** The program, on two channels of a capacity. */
  Program with(int capacity) {
    return new Program(List.of(capacity, capacity), goroutines);
  }

  /** How many goroutines it has. */
  int size() {
    return goroutines.size();
  }

  /** Whether it does nothing but communicate, and waits for that. */
  boolean onlyWaits() {
    return goroutines.stream()
        .flatMap(List::stream)
        .allMatch(o -> o instanceof Communicate c && c.waits());
  }

  /** Whether some select names a channel twice. */
  boolean offersBothWays() {
    return goroutines.stream()
        .flatMap(List::stream)
        .anyMatch(
            o ->
                o instanceof Communicate c
                    && c.cases().stream().map(Case::channel).distinct().count() < c.cases().size());
  }

  private static Operation send(int channel, int value) {
    return new Communicate(List.of(to(channel, value)), true, false);
  }

  private static Operation receive(int channel) {
    return new Communicate(List.of(from(channel)), true, false);
  }

  private static Operation trySend(int value) {
    return new Communicate(List.of(to(0, value)), false, false);
  }

  private static Operation tryReceive() {
    return new Communicate(List.of(from(0)), false, false);
  }

  private static Operation select(Case... cases) {
    return new Communicate(List.of(cases), true, true);
  }

  private static Case to(int channel, int value) {
    return new Case(channel, value);
  }

  private static Case from(int channel) {
    return new Case(channel, null);
  }
}
