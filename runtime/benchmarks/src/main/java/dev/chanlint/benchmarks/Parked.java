package dev.chanlint.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Parks many goroutines of a peer and prints, one a line, the bytes of heap that each takes, after
 * a collection, and the process's resident set in kilobytes. Measured in a JVM of its own.
 */
final class Parked {

  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

  /** Long enough for all to have gone to sleep after they arrived. */
  private static final long SETTLE_MILLIS = 2_000;

  private Parked() {}

  /** Takes the peer's name and the number of goroutines. */
  public static void main(String[] args) throws Exception {
    Programs programs = Peer.valueOf(args[0]).programs();
    int goroutines = Integer.parseInt(args[1]);
    long before = heapInUse();
    programs.park(goroutines);
    Thread.sleep(SETTLE_MILLIS);
    System.out.println((heapInUse() - before) / goroutines);
    System.out.println(residentKilobytes());
    System.exit(0); // whatever still waits
  }

  private static long heapInUse() {
    MEMORY.gc();
    return MEMORY.getHeapMemoryUsage().getUsed();
  }

  /** The resident set; 0 where the system does not tell. */
  private static long residentKilobytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0L);
    }
  }
}
