package dev.chanlint.runtime.engine;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The JVM's thread dump, the only list of virtual threads that there is. */
final class ThreadDump {

  /**
   * From this JDK on a dump may crash the JVM if it meets a virtual thread that is being mounted or
   * unmounted (JDK-8364343).
   */
  private static final int FIRST_NEEDING_STANDSTILL = 25;

  private static final boolean IS_COMPLETE =
      ModuleLayer.boot().findModule("jdk.management").isPresent()
          && !"false".equalsIgnoreCase(System.getProperty("jdk.trackAllThreads"));

  private static final Pattern THREAD_ID = Pattern.compile("\"tid\"\\s*:\\s*\"?(\\d+)");

  /** A frame of the JDK's virtual threads that wait for the IO of others, who count themselves. */
  private static final Pattern POLLER =
      Pattern.compile("sun\\.nio\\.ch\\.Poller\\.\\w*ollerLoop\\(");

  /** What a dump tells. */
  enum Answer {
    /** There is none, or none to be had safely now. */
    NOTHING,
    /** A thread that is unknown is alive. */
    ONE_UNKNOWN,
    ALL_KNOWN
  }

  private ThreadDump() {}

  /**
   * Asks whether a virtual thread is alive that is younger than a given id, no goroutine, and has
   * not used the runtime. There is no answer where there is no dump, or not of all virtual threads
   * ({@code -Djdk.trackAllThreads=false}).
   */
  static Answer ask(long oldest) {
    if (!IS_COMPLETE) {
      return Answer.NOTHING;
    }
    if (Runtime.version().feature() < FIRST_NEEDING_STANDSTILL) {
      return answer(oldest, Set.of());
    }
    Optional<Standstill> begun = Standstill.begin();
    if (begun.isEmpty()) {
      return Answer.NOTHING;
    }
    try (Standstill standstill = begun.get()) {
      return answer(oldest, standstill.holders());
    }
  }

  private static Answer answer(long oldest, Set<Thread> holders) {
    try (DumpFile dump = DumpFile.named("threads.json")) {
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .dumpThreads(dump.path().toString(), ThreadDumpFormat.JSON);
      Set<Long> ids = knownIds(holders);
      boolean unknown = contains(dump.path(), id -> id > oldest && !ids.contains(id));
      return unknown ? Answer.ONE_UNKNOWN : Answer.ALL_KNOWN;
    } catch (IOException e) {
      return Answer.NOTHING;
    }
  }

  private static Set<Long> knownIds(Set<Thread> holders) {
    Set<Long> ids = new HashSet<>();
    Stream.concat(holders.stream(), ForeignThreads.known()).forEach(t -> ids.add(t.threadId()));
    Program.everyGoroutine().forEach(g -> ids.add(g.thread.threadId()));
    return ids;
  }

  /** Whether a dump contains a thread with such an id that is no poller. */
  private static boolean contains(Path dump, LongPredicate isSuch) throws IOException {
    boolean such = false;
    try (BufferedReader lines = Files.newBufferedReader(dump)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher id = THREAD_ID.matcher(line);
        if (id.find()) {
          if (such) {
            return true;
          }
          such = isSuch.test(Long.parseLong(id.group(1)));
        } else if (such && POLLER.matcher(line).find()) {
          such = false;
        }
      }
    }
    return such;
  }
}
