package dev.chanlint.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every program of every peer, in a small size, yields the sum that it must. */
@Timeout(120)
final class ProgramsTest {

  private static final int SIZE = 2_012; // 4 rounds of the ring

  static Stream<Arguments> rowsOfPeers() {
    return Arrays.stream(Peer.values())
        .flatMap(
            peer ->
                Arrays.stream(Row.values())
                    .filter(row -> !peer.rowsWithout().contains(row))
                    .map(row -> Arguments.of(peer, row)));
  }

  private static long sum(Row row) {
    return switch (row) {
      case PING_PONG -> IntStream.range(0, SIZE).mapToLong(i -> i + 1 & 63).sum();
      case STREAM_0,
          STREAM_16,
          STREAM_128,
          SELECT_2,
          SELECT_8,
          SELECT_READY,
          SELECT_DEFAULT,
          ALONE ->
          shares(1);
      case CROWD_4 -> shares(4);
      case CROWD_1000 -> shares(1_000);
      case LOCK, SPAWN, DAISY_CHAIN -> SIZE;
      case RING -> SIZE / Programs.RING_SIZE;
      case PRIME_SIEVE -> LongStream.rangeClosed(2, SIZE).filter(ProgramsTest::isPrime).sum();
    };
  }

  private static long shares(int parties) {
    return parties * IntStream.range(0, SIZE / parties).mapToLong(i -> i & 63).sum();
  }

  private static boolean isPrime(long n) {
    return LongStream.range(2, n).noneMatch(divisor -> n % divisor == 0);
  }

  @ParameterizedTest
  @MethodSource("rowsOfPeers")
  void yieldsItsSum(Peer peer, Row row) throws Exception {
    assertThat(row.run(peer.programs(), SIZE)).isEqualTo(sum(row));
  }

  @ParameterizedTest
  @EnumSource
  void parks(Peer peer) throws Exception {
    peer.programs().park(100);
  }

  @Test
  void goYieldsTheSameSums(@TempDir Path temp) throws Exception {
    assumeTrue(isOnPath("go"), "no go on the PATH");
    Path program = temp.resolve("programs");
    Process build =
        new ProcessBuilder("go", "build", "-o", program.toString(), ".")
            .directory(Path.of("src/main/go").toFile())
            .inheritIO()
            .start();
    assertThat(build.waitFor()).isZero();
    GoProcess go = new GoProcess(program);
    for (Row row : Row.values()) {
      assertThat(go.sum(row, SIZE)).as(row.title).isEqualTo(sum(row));
    }
    assertThat(go.park(100)).hasSize(2);
  }

  private static boolean isOnPath(String command) throws InterruptedException {
    try {
      return new ProcessBuilder(List.of(command, "version")).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
