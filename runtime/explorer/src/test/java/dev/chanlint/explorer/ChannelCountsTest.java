package dev.chanlint.explorer;

import static dev.chanlint.explorer.Code.go;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chanlint.explorer.engine.Body;
import dev.chanlint.explorer.engine.Driver;
import dev.chanlint.explorer.model.Engine;
import dev.chanlint.explorer.search.DepthFirst;
import dev.chanlint.runtime.Chan;
import dev.chanlint.runtime.Select;
import dev.chanlint.runtime.Select.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the table in {@code docs/channel-traces.md}. */
@Timeout(60)
class ChannelCountsTest {

  private static final Path TABLE = Path.of("..", "..", "docs", "channel-traces.md");
  private static final Pattern ROW =
      Pattern.compile(
          "^\\| (\\w+)\\(([\\d, ]+)\\) \\|.*\\| (\\d+) \\| (.*)\\|$", Pattern.MULTILINE);

  /** A row of the table. */
  record Row(String program, List<Integer> sizes, int traces, boolean bruteForce) {

    static Row of(MatchResult match) {
      return new Row(
          match.group(1),
          Stream.of(match.group(2).split(", ")).map(Integer::valueOf).toList(),
          Integer.parseInt(match.group(3)),
          match.group(4).startsWith("brute force"));
    }

    Body body() {
      int n = sizes.getFirst();
      int m = sizes.getLast();
      return switch (program) {
        case "senders" -> () -> senders(n, Engine.channel(0));
        case "meetings" -> () -> meetings(n, m);
        case "buffered" -> () -> senders(n, Engine.channel(m));
        case "fanIn" -> () -> fanIn(n, m);
        case "pipeline" -> () -> pipeline(n, m);
        case "ring" -> () -> ring(n);
        case "select" -> () -> select(n);
        case "poll" -> () -> poll(n);
        case "closed" -> () -> closed(n);
        default -> throw new IllegalArgumentException(program);
      };
    }
  }

  static Stream<Row> rows() throws IOException {
    return ROW.matcher(Files.readString(TABLE)).results().map(Row::of);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void runsEachTraceOnce(Row row) {
    assertThat(Count.of(row.body())).isEqualTo(new Count(row.traces(), 0));
  }

  static Stream<Row> smallRows() throws IOException {
    return rows().filter(Row::bruteForce);
  }

  @ParameterizedTest
  @MethodSource("smallRows")
  void allInterleavingsAreLinearisationsOfSoMany(Row row) {
    TraceCount interleavings = new TraceCount(DepthFirst.naive());
    Code code = Code.test(row.body());
    while (interleavings.next()) {
      new Driver(code, interleavings, 10_000, false, () -> false).run();
    }
    assertThat(interleavings.traces()).isEqualTo(row.traces());
  }

  private static void repeat(int times, Runnable action) {
    for (int i = 0; i < times; i++) {
      action.run();
    }
  }

  private static void senders(int n, Chan<Integer> channel) {
    repeat(n, () -> go(() -> channel.send(1)));
    repeat(n, channel::receive);
  }

  private static void meetings(int senders, int receivers) {
    Chan<Integer> channel = Engine.channel(0);
    repeat(senders, () -> go(() -> channel.send(1)));
    repeat(receivers, () -> go(channel::receive));
  }

  private static void fanIn(int producers, int values) {
    Chan<Integer> channel = Engine.channel(0);
    repeat(producers, () -> go(() -> repeat(values, () -> channel.send(1))));
    repeat(producers * values, channel::receive);
  }

  private static void pipeline(int stages, int values) {
    Chan<Integer> first = Engine.channel(0);
    Chan<Integer> last = first;
    for (int i = 0; i < stages; i++) {
      Chan<Integer> in = last;
      Chan<Integer> out = Engine.channel(0);
      go(() -> repeat(values, () -> out.send(in.receiveOr(0))));
      last = out;
    }
    go(() -> repeat(values, () -> first.send(1)));
    repeat(values, last::receive);
  }

  private static void ring(int n) {
    List<Chan<Integer>> channels =
        IntStream.range(0, n).mapToObj(i -> Engine.<Integer>channel(0)).toList();
    for (int i = 1; i < n; i++) {
      Chan<Integer> in = channels.get(i - 1);
      Chan<Integer> out = channels.get(i);
      go(() -> out.send(in.receiveOr(0)));
    }
    channels.getFirst().send(1);
    channels.getLast().receive();
  }

  private static void select(int n) {
    List<Chan<Integer>> channels =
        IntStream.range(0, n).mapToObj(i -> Engine.<Integer>channel(0)).toList();
    channels.forEach(channel -> go(() -> channel.send(1)));
    repeat(
        n,
        () ->
            Engine.select(
                channels.stream().map(Select::onReceive).toArray(Case<?>[]::new),
                false,
                Engine.NO_TIMEOUT));
  }

  private static void poll(int n) {
    Chan<Integer> channel = Engine.channel(1);
    go(() -> channel.send(1));
    repeat(n, channel::tryReceive);
  }

  private static void closed(int n) {
    Chan<Integer> channel = Engine.channel(0);
    repeat(n, () -> go(channel::receive));
    channel.close();
  }
}
