package dev.chanlint.runtime.engine;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Virtual threads that are no goroutines and have not used the runtime yet, but may be about to:
 * one that reads from a socket, say, and will send what it gets. Java has no list of them, so this
 * asks two questions.
 *
 * <p>The first costs nothing: are there any ids of threads that nobody known has? Each thread is
 * given the next id when it is made, so between the main goroutine's and that of a thread made now
 * there are as many ids as threads were made meanwhile. Are these the program's goroutines and
 * living threads that can be listed, there is no other. (Threads that have ended leave ids that
 * nobody has, which only leads to the second question.)
 *
 * <p>The second is a thread dump of the JVM, which knows all virtual threads: does it show one that
 * is younger than the program and unknown here? Where there is no such dump, or not of all virtual
 * threads ({@code -Djdk.trackAllThreads=false}), the answer is yes, to be on the safe side.
 */
final class UnseenThreads {

  private static final boolean DUMP_IS_COMPLETE =
      ModuleLayer.boot().findModule("jdk.management").isPresent()
          && !"false".equalsIgnoreCase(System.getProperty("jdk.trackAllThreads"));

  private static final Pattern THREAD_ID = Pattern.compile("\"tid\"\\s*:\\s*\"?(\\d+)");

  /** A frame of the JDK's virtual threads that wait for the IO of others, who count themselves. */
  private static final Pattern POLLER =
      Pattern.compile("sun\\.nio\\.ch\\.Poller\\.\\w*ollerLoop\\(");

  private final Program program;
  private final long oldest;
  private int probes;

  /** Of threads younger than a program's main goroutine. */
  UnseenThreads(Program program, Goroutine main) {
    this.program = program;
    this.oldest = main.thread.threadId();
  }

  /** Whether one may be alive; to be called while the program starts no goroutine. */
  boolean mayBeAlive() {
    return anyIdIsNobodys() && (!DUMP_IS_COMPLETE || dumpShowsOne());
  }

  private boolean anyIdIsNobodys() {
    probes++;
    long made = Thread.ofVirtual().unstarted(() -> {}).threadId() - oldest;
    long accounted = program.started() - 1 + probes + othersMade(oldest + made).count();
    return made > accounted;
  }

  /** The ids, younger than the program and older than a given one, that others have. */
  private Stream<Long> othersMade(long youngest) {
    Stream<Thread> goroutines = program.goroutinesOfOthers().map(g -> g.thread);
    return Stream.concat(goroutines, ForeignThreads.known())
        .map(Thread::threadId)
        .filter(id -> id > oldest && id < youngest)
        .distinct();
  }

  private boolean dumpShowsOne() {
    try {
      Path directory = Files.createTempDirectory("chanlint");
      Path dump = directory.resolve("threads.json");
      try {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
            .dumpThreads(dump.toString(), ThreadDumpFormat.JSON);
        return showsUnknown(dump);
      } finally {
        Files.deleteIfExists(dump);
        Files.delete(directory);
      }
    } catch (IOException e) {
      return true; // as where there is no dump
    }
  }

  private boolean showsUnknown(Path dump) throws IOException {
    Set<Long> known = knownIds();
    boolean unknown = false;
    try (BufferedReader lines = Files.newBufferedReader(dump)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher id = THREAD_ID.matcher(line);
        if (id.find()) {
          if (unknown) {
            return true;
          }
          long thread = Long.parseLong(id.group(1));
          unknown = thread > oldest && !known.contains(thread);
        } else if (unknown && POLLER.matcher(line).find()) {
          unknown = false;
        }
      }
    }
    return unknown;
  }

  private static Set<Long> knownIds() {
    Set<Long> ids = new HashSet<>();
    Program.everyGoroutine().forEach(g -> ids.add(g.thread.threadId()));
    ForeignThreads.known().forEach(t -> ids.add(t.threadId()));
    return ids;
  }
}
